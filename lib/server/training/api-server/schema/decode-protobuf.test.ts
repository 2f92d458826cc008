import { expect, test } from 'vitest';
import { decodeProtobuf } from './decode-protobuf';

/** Bodies that kubectl 1.37.2 sent, with the JSON that it prints of the same objects (`--dry-run=client -o json`). */
const sent: [command: string, body: string, object: unknown][] = [
  [
    'create deployment web --image=nginx:1.27 --replicas=0 --port=80',
    'azhzAAoVCgdhcHBzL3YxEgpEZXBsb3ltZW50Er0BCh8KA3dlYhIAGgAiACoAMgA4AEIAWgoKA2FwcBIDd2ViEosBCAASDAoKCgNhcHASA3dlYhpxChwKABIAGgAiACoAMgA4AEIAWgoKA2FwcBIDd2ViElESMwoFbmdpbngSCm5naW54OjEuMjcqADIKCgAQABhQIgAqAEIAagByAIABAIgBAJABAKIBABoAMgBCAEoAUgBYAGAAaACCAQCKAQCaAQDCAQAiAgoAKAA4ABoMCAAQABgAIAAoADgAGgAiAA==',
    {
      kind: 'Deployment',
      apiVersion: 'apps/v1',
      metadata: { name: 'web', labels: { app: 'web' } },
      spec: {
        replicas: 0,
        selector: { matchLabels: { app: 'web' } },
        template: {
          metadata: { labels: { app: 'web' } },
          spec: {
            containers: [
              { name: 'nginx', image: 'nginx:1.27', ports: [{ containerPort: 80 }], resources: {} },
            ],
          },
        },
        strategy: {},
      },
      status: {},
    },
  ],
  [
    'create secret generic s --from-literal=a=b',
    'azhzAAoMCgJ2MRIGU2VjcmV0Eh0KEQoBcxIAGgAiACoAMgA4AEIAEgYKAWESAWIaABoAIgA=',
    { kind: 'Secret', apiVersion: 'v1', metadata: { name: 's' }, data: { a: 'Yg==' } },
  ],
  [
    'create poddisruptionbudget p --selector=a=b --min-available=50%',
    'azhzAAogCglwb2xpY3kvdjESE1BvZERpc3J1cHRpb25CdWRnZXQSNgoRCgFwEgAaACIAKgAyADgAQgASFQoJCAEQABoDNTAlEggKBgoBYRIBYhoKCAAYACAAKAAwABoAIgA=',
    {
      kind: 'PodDisruptionBudget',
      apiVersion: 'policy/v1',
      metadata: { name: 'p' },
      spec: { minAvailable: '50%', selector: { matchLabels: { a: 'b' } } },
      status: { disruptionsAllowed: 0, currentHealthy: 0, desiredHealthy: 0, expectedPods: 0 },
    },
  ],
  [
    'auth can-i list pods --subresource=log',
    'azhzAAoyChdhdXRob3JpemF0aW9uLms4cy5pby92MRIXU2VsZlN1YmplY3RBY2Nlc3NSZXZpZXcSQAoQCgASABoAIgAqADIAOABCABIiCiAKB2RlZmF1bHQSBGxpc3QaACIAKgRwb2RzMgNsb2c6ABoICAASABoAIAAaACIA',
    {
      kind: 'SelfSubjectAccessReview',
      apiVersion: 'authorization.k8s.io/v1',
      metadata: {},
      spec: {
        resourceAttributes: { namespace: 'default', verb: 'list', resource: 'pods', subresource: 'log' },
      },
      status: { allowed: false },
    },
  ],
];

test.each(sent)('reads what kubectl sends: %s', (_command, body, object) => {
  expect(decodeProtobuf(Buffer.from(body, 'base64'))).toEqual(object);
});

test('whatever was cut off or mangled is refused with a 400, or read as an object', () => {
  const whole = Buffer.from(sent[0]?.[1] ?? '', 'base64');
  for (let length = 0; length < whole.length; length += 1) {
    for (const bytes of [
      whole.subarray(0, length),
      Buffer.concat([whole.subarray(0, length), Buffer.from([0xff, 0x7f])]),
    ]) {
      try {
        expect(decodeProtobuf(bytes)).toMatchObject({ kind: 'Deployment' });
      } catch (error) {
        expect(error).toMatchObject({ code: 400 });
      }
    }
  }
});

test('a kind that is not among Kubernetes’ own is refused', () => {
  const body = Buffer.concat([
    Buffer.from('k8s\0'),
    Buffer.from([0x0a, 0x0a, 0x0a, 0x02, 0x76, 0x31, 0x12, 0x04]),
    Buffer.from('Nope'),
  ]);
  expect(() => decodeProtobuf(body)).toThrow('no kind "Nope" is registered for version "v1"');
});

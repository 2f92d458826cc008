import { expect, test } from 'vitest';
import { structOfKind } from './kind-schema';
import { withoutUnknownFields } from './unknown-fields';

const pod = structOfKind('v1', 'Pod') ?? '';

test('names each unknown field by where it stands, and leaves it out', () => {
  const { object, unknown } = withoutUnknownFields(pod, {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'p', labels: { any: 'label' }, owner: 'me' },
    spec: {
      containers: [
        { name: 'a', image: 'x', envs: [] },
        { name: 'b', resources: { limits: { cpu: '1' }, cap: 1 } },
      ],
      volumes: [{ name: 'v', configMap: { name: 'inline', items: [] }, hostpath: {} }],
    },
    kind2: true,
  });
  expect(unknown).toEqual([
    'unknown field "metadata.owner"',
    'unknown field "spec.containers[0].envs"',
    'unknown field "spec.containers[1].resources.cap"',
    'unknown field "spec.volumes[0].hostpath"',
    'unknown field "kind2"',
  ]);
  expect(object).toEqual({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'p', labels: { any: 'label' } },
    spec: {
      containers: [
        { name: 'a', image: 'x' },
        { name: 'b', resources: { limits: { cpu: '1' } } },
      ],
      volumes: [{ name: 'v', configMap: { name: 'inline', items: [] } }],
    },
  });
});

test('null and values of another type stay as they are', () => {
  const given = { metadata: { creationTimestamp: null }, spec: null, status: 'text' };
  expect(withoutUnknownFields(pod, given)).toEqual({ object: given, unknown: [] });
});

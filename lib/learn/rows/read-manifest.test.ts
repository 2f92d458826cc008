import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { manifestExamples } from './manifest-examples';
import { readManifest } from './read-manifest';

const good = manifestExamples.nodeport.text;
const told = (text: string): string[] =>
  readManifest(text).problems.map(({ line, place, kind }) => `${line} ${place} ${kind}`);

describe('a manifest', () => {
  test('is read with what Kubernetes takes for granted', () => {
    expect(readManifest(good).manifest).toMatchObject({
      namespace: 'shop',
      name: 'web',
      type: 'NodePort',
      externalTrafficPolicy: 'Cluster',
      sessionAffinity: 'None',
      ports: [{ name: 'http', port: 80, protocol: 'TCP', targetPort: 8080, nodePort: 30080 }],
      hasSelector: true,
      ingress: null,
    });
  });

  test.each<[string, string, string]>([
    [
      'a port that is out of bounds',
      good.replace('port: 80\n', 'port: 99999\n'),
      '12 spec.ports[0].port error',
    ],
    ['a type of its own', good.replace('NodePort', 'Nodeport'), '7 spec.type error'],
    [
      'a node port with type ClusterIP',
      good.replace('type: NodePort', 'type: ClusterIP'),
      '14 spec.ports[0].nodePort error',
    ],
    ['a node port out of its range', good.replace('30080', '80'), '14 spec.ports[0].nodePort error'],
    ['a field that Kubernetes has not', good.replace('selector:', 'selektor:'), '8 spec.selektor hint'],
    [
      'a policy for clients outside that has none',
      manifestExamples.clusterip.text.replace('ClusterIP\n', 'ClusterIP\n  externalTrafficPolicy: Local\n'),
      '8 spec.externalTrafficPolicy error',
    ],
    [
      'an annotation that is no text',
      manifestExamples.edge.text.replace('node: edge', 'node: true'),
      '7 metadata.annotations.service.cilium.io/node error',
    ],
    ['another kind', good.replace('kind: Service', 'kind: Pod'), '2 kind error'],
    ['no name', good.replace('  name: web\n', ''), '3 metadata.name error'],
    [
      'an address that is none',
      manifestExamples.externalips.text.replace('198.51.100.80', '198.51.100'),
      '9 spec.externalIPs[0] error',
    ],
    ['a second document', `${good}---\n${good}`, '15  error'],
    ['an alias', `${good}x: &a 1\ny: *a\n`, '16  error'],
  ])('with %s is told by line and place', (_, text, problem) => {
    expect(told(text)).toContain(problem);
  });

  test('with an error in its YAML is told by line', () => {
    const { manifest, problems } = readManifest('apiVersion: v1\nkind: [Service\nmetadata:\n  name: web\n');
    expect(manifest).toBeNull();
    expect(problems[0]).toMatchObject({ kind: 'error', place: '' });
    expect(problems[0]?.line).toBeGreaterThan(1);
  });

  test('with an error is none, with a hint it is one', () => {
    expect(readManifest(good.replace('port: 80\n', 'port: 0\n')).manifest).toBeNull();
    expect(readManifest(good.replace('selector:', 'selektor:')).manifest).toMatchObject({
      hasSelector: false,
    });
  });

  test('of several ports needs names, and no port twice', () => {
    const two = `${good}  - port: 80\n`;
    expect(told(two)).toEqual(['15 spec.ports[1].port error', '15 spec.ports[1].name error']);
  });

  test('of any text ends in a manifest or in problems, never in an error', () => {
    const lines = fc.constantFrom(
      ...good.split('\n'),
      '- x',
      '  - 1',
      ': :',
      '{',
      '"',
      'a: &x *x',
      '\t',
      '? [',
      '...',
    );
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 20 }), (parts) => {
        const { manifest, problems } = readManifest(parts.join('\n'));
        expect(manifest !== null || problems.some(({ kind }) => kind === 'error')).toBe(true);
        expect(problems.every(({ line }) => line >= 1 && line <= parts.length + 1)).toBe(true);
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => void readManifest(text)));
  });
});

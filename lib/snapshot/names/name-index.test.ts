import fc from 'fast-check';
import { expect, test } from 'vitest';
import { endpoint, index, node, pod, service, slice } from '../snapshot.fixture';
import { addressKey, NameIndex, portKey } from './name-index';

test('what changed is found by its new address and no more by its old one', () => {
  const before = pod('web-1', '10.0.0.1');
  const after = { ...before, ips: ['10.0.0.2'] };
  const names = index({ pods: [before] });
  names.changePod(after, before);
  expect([...names.pods.get('10.0.0.1')]).toEqual([]);
  expect([...names.pods.get('10.0.0.2')]).toEqual([after]);
});

test('what is gone leaves nothing behind', () => {
  const names = new NameIndex();
  const gone = {
    pod: pod('web-1', '10.0.0.1', {
      hostPorts: [{ port: 80, hostIP: null, containerPort: 8080, protocol: 'TCP' }],
    }),
    node: node('a', { ips: ['192.0.2.1'] }),
    service: service('web', {
      clusterIPs: ['10.96.0.1'],
      ports: [{ name: null, port: 80, protocol: 'TCP', nodePort: 30080, targetPort: null }],
    }),
    slice: slice('web', [endpoint('10.0.0.1')]),
  };
  const empty = JSON.stringify(names, replaceSets);
  names.changePod(gone.pod, null);
  names.changeNode(gone.node, null);
  names.changeService(gone.service, null);
  names.changeSlice(gone.slice, null);
  expect([...names.hostPorts.get(portKey(80, 'TCP'))]).toHaveLength(1);
  expect([...names.addresses.get(addressKey('10.96.0.1', 80, 'TCP'))]).toHaveLength(1);
  expect(JSON.stringify(names, replaceSets)).not.toBe(empty);
  names.changePod(null, gone.pod);
  names.changeNode(null, gone.node);
  names.changeService(null, gone.service);
  names.changeSlice(null, gone.slice);
  expect(JSON.stringify(names, replaceSets)).toBe(empty);
});

test('a pod of the host network does not take the name of its node’s address', () => {
  const names = index({ pods: [pod('agent', '192.0.2.1', { hostNetwork: true })] });
  expect([...names.pods.get('192.0.2.1')]).toHaveLength(0);
});

test('any order of changes ends as the last state alone would', () => {
  const step = fc.record({
    name: fc.constantFrom('a', 'b', 'c'),
    ip: fc.constantFrom('1.1.1.1', '2.2.2.2', null),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const names = new NameIndex();
      const current = new Map<string, ReturnType<typeof pod>>();
      for (const { name, ip } of steps) {
        const before = current.get(name) ?? null;
        const after = ip === null ? null : pod(name, ip);
        names.changePod(after, before);
        if (after === null) current.delete(name);
        else current.set(name, after);
      }
      for (const ip of ['1.1.1.1', '2.2.2.2']) {
        const expected = [...current.values()].filter(({ ips }) => ips[0] === ip).map(({ name }) => name);
        expect([...names.pods.get(ip)].map(({ name }) => name).sort()).toEqual(expected.sort());
      }
    }),
  );
});

function replaceSets(_key: string, value: unknown): unknown {
  if (value instanceof Map) return [...value];
  return value instanceof Set ? [...value] : value;
}

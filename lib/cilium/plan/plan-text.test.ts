import { expect, it } from 'vitest';
import { parseChanges, planId, planQuery } from './plan-text';

it('reads back what it writes', () => {
  const changes = {
    'bpf-lb-mode': 'dsr',
    'node-port-range': '30000,32767',
    devices: 'eth0 eth1',
    'bpf-lb-algorithm': null,
  };
  const query = planQuery({ changes, nodes: ['a', 'b'] });
  expect(query).toContain('set=bpf-lb-mode:dsr');
  expect(parseChanges(new URLSearchParams(query).getAll('set'))).toEqual(changes);
});

it('leaves out what is no change, and takes no more than forty', () => {
  expect(
    parseChanges(['', ':', 'bpf-lb-mode', 'UPPER:x', 'a:\n', '__proto__:x', '-', `a:${'x'.repeat(201)}`]),
  ).toEqual({});
  const many = Array.from({ length: 50 }, (_, index) => `key-${index}:x`);
  expect(Object.keys(parseChanges(many))).toHaveLength(40);
});

it('names equal requests equally, whatever their order', () => {
  const a = planId({ changes: { a: '1', b: '2' }, nodes: ['x', 'y'] });
  expect(planId({ changes: { b: '2', a: '1' }, nodes: ['y', 'x'] })).toBe(a);
  expect(planId({ changes: { a: '1', b: '2' }, nodes: null })).not.toBe(a);
  expect(a).toMatch(/^[0-9a-f]{8}$/);
});

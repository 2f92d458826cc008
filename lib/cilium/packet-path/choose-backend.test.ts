import { expect, test } from 'vitest';
import { backendOf, questionFixture } from './packet-question.fixture';
import { walkPacket } from './walk-packet';

test('which backend is chosen is told as shares, and one can be followed', () => {
  const backends = [1, 2, 3].map((n) => ({ ...backendOf(`10.0.2.${n}`, 8080, 'n2'), maglevShare: n / 6 }));
  const over = { follow: '10.0.2.3:8080' };
  const outside = walkPacket(questionFixture({ row: { backends }, over })).choice;
  expect(outside?.method).toBe('maglev');
  expect(outside?.followed.ip).toBe('10.0.2.3');
  expect(outside?.candidates.map(({ share }) => share)).toEqual([1 / 6, 2 / 6, 3 / 6]);
  const inside = walkPacket(
    questionFixture({ client: { kind: 'node', node: 'n1', port: 1 }, row: { backends, type: 'ClusterIP' } }),
  ).choice;
  expect([inside?.method, inside?.candidates[0]?.share]).toEqual(['random', 1 / 3]);
  const draining = backends.map((backend) => ({ ...backend, state: 'terminating' as const }));
  expect(walkPacket(questionFixture({ row: { backends: draining } })).choice?.isFallback).toBe(true);
});

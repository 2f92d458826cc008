import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerHash } from './answer-hash';

const table = new TextEncoder().encode(
  '1    10.96.0.1:443/TCP   ClusterIP   1 => 10.0.0.1:6443/TCP (active)\n'.repeat(50),
);

test('equal answers have equal hashes, wherever they stand in memory', () => {
  const shifted = new Uint8Array(table.length + 1);
  shifted.set(table, 1);
  expect(answerHash(shifted.subarray(1))).toBe(answerHash(table));
});

test('a change of one byte, a byte more or one less always shows', () => {
  const hash = answerHash(table);
  fc.assert(
    fc.property(fc.nat(table.length - 1), fc.integer({ min: 1, max: 255 }), (at, difference) => {
      const changed = table.slice();
      changed[at] = (changed[at] ?? 0) ^ difference;
      expect(answerHash(changed)).not.toBe(hash);
    }),
    { numRuns: 2000 },
  );
  for (let length = 0; length < table.length; length += 1) {
    expect(answerHash(table.subarray(0, length))).not.toBe(hash);
  }
});

test('two lines that change places show', () => {
  const text = (first: string, second: string): Uint8Array =>
    new TextEncoder().encode(`${first}\n${second}\n`.repeat(9));
  expect(answerHash(text('10.0.0.1:80', '10.0.0.2:80'))).not.toBe(
    answerHash(text('10.0.0.2:80', '10.0.0.1:80')),
  );
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AnswerText } from './answer-text';
import { RepeatedAnswer } from './repeated-answer';

/** About 300 kB in lines: five chunks. */
const table = Buffer.from(
  Array.from(
    { length: 4_000 },
    (_, row) => `${row} 10.96.${row >> 8}.${row & 255}:80/TCP ${'x'.repeat(50)}`,
  ).join('\n') + '\n',
);
const last = new AnswerText(table);

/** A part in memory of its own, as they come: what is written may be freed. */
function ownPart(bytes: Buffer, at: number, partBytes: number): Buffer {
  return Buffer.from(new Uint8Array(bytes.subarray(at, at + partBytes)).buffer);
}

function read(bytes: Buffer, partBytes: number): RepeatedAnswer {
  const answer = new RepeatedAnswer(last);
  for (let at = 0; at < bytes.length; at += partBytes) answer.write(ownPart(bytes, at, partBytes));
  return answer;
}

test('the same answer again is the same, however it is cut, and nothing of it is kept', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1_000, max: 200_000 }), (partBytes) => {
      const answer = read(table, partBytes);
      expect(answer.isSame).toBe(true);
      expect(answer.bytes()).toHaveLength(0);
    }),
    { numRuns: 20 },
  );
});

test('any other answer is another one, and comes whole', () => {
  const edit = fc.record({
    at: fc.nat(table.length - 1),
    remove: fc.nat(80_000),
    insert: fc.uint8Array({ maxLength: 20 }),
    partBytes: fc.integer({ min: 1_000, max: 200_000 }),
  });
  fc.assert(
    fc.property(edit, ({ at, remove, insert, partBytes }) => {
      const other = Buffer.concat([table.subarray(0, at), insert, table.subarray(at + remove)]);
      const answer = read(other, partBytes);
      expect(answer.isSame).toBe(other.equals(table));
      expect(answer.isSame || answer.bytes().equals(other)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('a part is freed once all of it is known to be the same, and no sooner', () => {
  const [first, second] = last.chunks;
  const cut = (first?.sizeBytes ?? 0) + 10;
  const answer = new RepeatedAnswer(last);
  const straddling = ownPart(table, 0, cut);
  answer.write(straddling);
  expect(straddling.buffer.byteLength).toBe(cut);
  const rest = ownPart(table, cut, (second?.sizeBytes ?? 0) - 10);
  answer.write(rest);
  expect([straddling.buffer.byteLength, rest.buffer.byteLength]).toEqual([0, 0]);
});

describe('at the edges', () => {
  test('half of it, cut between two chunks, is not the same', () => {
    const first = last.chunks[0]?.sizeBytes ?? 0;
    const answer = read(table.subarray(0, first), 10_000);
    expect(answer.isSame).toBe(false);
    expect(answer.bytes().equals(table.subarray(0, first))).toBe(true);
  });
  test('with a line more it is not the same', () => {
    const longer = Buffer.concat([table, Buffer.from('4000 10.96.0.1:80/TCP\n')]);
    const answer = read(longer, 65_536);
    expect(answer.isSame).toBe(false);
    expect(answer.bytes().equals(longer)).toBe(true);
  });
  test('nothing at all is not the same', () => {
    expect(read(Buffer.alloc(0), 1).isSame).toBe(false);
  });
});

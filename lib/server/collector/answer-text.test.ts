import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AnswerText } from './answer-text';

test('gives the bytes as they came, and any lines of them', () => {
  const line = fc.string({ maxLength: 30, unit: 'binary' }).map((text) => text.replaceAll(/[\r\n]/g, ''));
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 20 }),
      fc.nat(25),
      fc.nat(5),
      (lines, first, count) => {
        const text = `${lines.join('\n')}\n`;
        const answer = new AnswerText(Buffer.from(text));
        expect(answer.bytes().toString()).toBe(Buffer.from(text).toString());
        const expected = Buffer.from(text)
          .toString()
          .split('\n')
          .slice(first, first + count);
        if (first + count <= lines.length) expect(answer.lines(first + 1, count)).toEqual(expected);
      },
    ),
  );
});

test('a table of many chunks: every line is where it was', () => {
  const lines = Array.from(
    { length: 20_000 },
    (_, at) => `${at}   10.96.${at >> 8}.${at & 255}:80   ClusterIP`,
  );
  const bytes = Buffer.from(`${lines.join('\n')}\n`);
  const answer = new AnswerText(bytes);
  for (const at of [0, 1, 399, 400, 401, 9_999, 19_999]) expect(answer.lines(at + 1, 1)).toEqual([lines[at]]);
  expect(answer.lines(350, 800)).toEqual(lines.slice(349, 1_149));
  expect(answer.bytes().equals(bytes)).toBe(true);
  expect(answer.heldBytes).toBeLessThan(bytes.length / 3);
});

test('an answer without a line end, and an empty one', () => {
  expect(new AnswerText(Buffer.from('half a li')).lines(1, 5)).toEqual(['half a li']);
  expect(new AnswerText(Buffer.alloc(0)).bytes().length).toBe(0);
  expect(new AnswerText(Buffer.alloc(0)).lines(1, 3)).toEqual([]);
});

test('carriage returns are no part of a line', () => {
  expect(new AnswerText(Buffer.from('a\r\nb\r\n')).lines(1, 2)).toEqual(['a', 'b']);
});

import { expect, test } from 'vitest';
import fc from 'fast-check';
import { csvCell, csvLine } from './csv-line';

/** Reads one line of RFC 4180, as any other program would. */
function readLine(line: string): string[] {
  const cells: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  for (const [, quoted, plain = ''] of line.matchAll(cell))
    cells.push(quoted?.replaceAll('""', '"') ?? plain);
  return cells;
}

test('whatever stands in a line is read back as it was, but for the apostrophe before a formula', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (cells) => {
      const unguarded = readLine(csvLine(cells)).map((read, at) =>
        read === `'${cells[at]}` ? read.slice(1) : read,
      );
      expect(unguarded).toEqual(cells);
    }),
  );
});

test.each(['=cmd()', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1'])(
  '%j does not become a formula',
  (text) => {
    expect(readLine(csvLine([text]))[0]).toBe(`'${text}`);
  },
);

test('numbers and flags are no text, and nothing is nothing', () => {
  expect([csvCell(-1), csvCell(true), csvCell(null), csvCell('')]).toEqual(['-1', 'true', '', '']);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { frontend } from '../snapshot.fixture';
import { isSameRow, toTableRow } from './table-row';

test('a node’s own number and line do not make a row another', () => {
  const row = toTableRow(
    frontend('10.96.0.1:80/TCP', ['10.0.0.1:80/TCP', '10.0.0.2:80/TCP'], { id: 7, line: 12 }),
  );
  const elsewhere = frontend('10.96.0.1:80/TCP', ['10.0.0.1:80/TCP', '10.0.0.2:80/TCP'], {
    id: 90,
    line: 400,
  });
  expect(isSameRow(row, elsewhere)).toBe(true);
  expect(toTableRow(elsewhere).identity).toBe(row.identity);
  expect(row.lineCount).toBe(2);
});

const base = frontend('10.96.0.1:80/TCP', ['10.0.0.1:80/TCP', '10.0.0.2:80/TCP']);

test.each([
  ['another port', frontend('10.96.0.1:81/TCP', ['10.0.0.1:80/TCP', '10.0.0.2:80/TCP'])],
  ['no protocol', frontend('10.96.0.1:80', ['10.0.0.1:80/TCP', '10.0.0.2:80/TCP'])],
  ['the internal scope', { ...base, scope: 'internal' as const }],
  ['another type', { ...base, type: 'NodePort' as const }],
  ['another cluster', { ...base, remote: true }],
  ['a backend less', frontend('10.96.0.1:80/TCP', ['10.0.0.1:80/TCP'])],
  ['another order', frontend('10.96.0.1:80/TCP', ['10.0.0.2:80/TCP', '10.0.0.1:80/TCP'])],
  ['another state', frontend('10.96.0.1:80/TCP', ['10.0.0.1:80/TCP', '10.0.0.2:80/TCP terminating'])],
  ['a state unknown', frontend('10.96.0.1:80/TCP', ['10.0.0.1:80/TCP', '10.0.0.2:80/TCP -'])],
])('%s makes another row', (_what, other) => {
  expect(isSameRow(toTableRow(base), other)).toBe(false);
  expect(toTableRow(other).identity).not.toBe(toTableRow(base).identity);
});

test('rows are the same exactly where their identities are', () => {
  const anyRow = fc
    .record({
      where: fc.constantFrom('10.96.0.1:80/TCP', '10.96.0.1:80', '10.96.0.2:80/TCP'),
      backends: fc.array(fc.constantFrom('10.0.0.1:80', '10.0.0.1:80/TCP', '10.0.0.1:80/TCP terminating'), {
        maxLength: 3,
      }),
      remote: fc.boolean(),
    })
    .map(({ where, backends, remote }) => frontend(where, backends, { remote }));
  fc.assert(
    fc.property(anyRow, anyRow, (a, b) => {
      expect(isSameRow(toTableRow(a), b)).toBe(toTableRow(a).identity === toTableRow(b).identity);
    }),
  );
});

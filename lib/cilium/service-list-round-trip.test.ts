import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseServiceList } from './parse-service-list';
import { frontend, numberRows, printRows } from './printed-frontends.fixture';

describe('the table', () => {
  test('of any rows, printed as Cilium does, is read back equal', () => {
    fc.assert(
      fc.property(fc.array(frontend, { maxLength: 12 }), fc.boolean(), (rows, hasPreferred) => {
        const numbered = numberRows(rows, hasPreferred);
        expect(parseServiceList(printRows(numbered)).frontends).toEqual(numbered);
      }),
      { numRuns: 500 },
    );
  });
});

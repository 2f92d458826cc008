import { describe, expect, test } from 'vitest';
import { frontendKey } from './frontend';
import { parseServiceList } from './parse-service-list';
import { modern } from './service-table.fixture';
import { isCutOff } from './unparsed-lines';

describe('the table', () => {
  test('with an end that is missing says so, and takes no half of an address, a state or a row', () => {
    for (let length = 1; length < modern.length; length += 1) {
      const whole = parseServiceList(modern);
      const cut = modern.slice(0, length);
      const { frontends, unparsed } = parseServiceList(cut);
      for (const frontend of frontends) {
        const origin = whole.frontends.find(({ id }) => id === frontend.id);
        expect(origin && frontendKey(origin)).toBe(frontendKey(frontend));
        expect(origin?.backends).toEqual(expect.arrayContaining(frontend.backends));
      }
      const lastLine = cut.slice(cut.lastIndexOf('\n') + 1).trim();
      const lost = lastLine !== '' && cut.split('\n').length > 2 && !/\)$/.test(lastLine);
      if (lost) expect([cut, isCutOff({ unparsed })]).toEqual([cut, true]);
    }
  });
});

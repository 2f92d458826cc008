import { describe, expect, it } from 'vitest';
import { callers, coverages, defaultSocketParameters, protocols } from '@/lib/learn/socket/socket-parameters';
import { socketRun } from '@/lib/learn/socket/socket-run';
import { sequenceLayout } from './sequence-layout';

const cases = callers.flatMap((caller) =>
  coverages.flatMap((coverage) =>
    protocols.flatMap((protocol) => [true, false].map((isTall) => ({ caller, coverage, protocol, isTall }))),
  ),
);

describe('the picture of a run', () => {
  it.each(cases)(
    '$caller, $coverage, $protocol, tall $isTall: all of it is within, nothing on top of another',
    (each) => {
      const { stations, steps } = socketRun({ ...defaultSocketParameters, ...each });
      const { width, height, columns, rows } = sequenceLayout(stations, steps, each.isTall);
      const long = (text: string) => text.length * (each.isTall ? 6.3 : 6.9);
      for (const [index, { y, label, fromX }] of rows.entries()) {
        expect(y).toBeLessThan(height - 12);
        expect(y - (rows[index - 1]?.y ?? 0)).toBeGreaterThan(30);
        const left = label.anchor === 'start' ? label.x : label.x - long(label.text);
        expect(left).toBeGreaterThanOrEqual(3);
        expect(left + long(label.text)).toBeLessThanOrEqual(width);
        expect(columns.map(({ x }) => x)).toContain(fromX);
      }
    },
  );
});

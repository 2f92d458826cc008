import { describe, expect, test } from 'vitest';
import { buildMaglevTable } from './build-maglev-table';
import { isHere, read } from './cilium-figures.fixture';
import { defaultMurmur, equalMembers } from './equal-members.fixture';
import { maglevSlotCounts } from './maglev-shares';
import { tableDisruption } from './table-disruption';

describe.skipIf(!isHere)('the figures of Cilium’s own code', () => {
  type Row = Record<'m' | 'n' | 'removalsTried' | 'minSlots' | 'maxSlots', number> &
    Record<'avgChangedTotal' | 'avgChangedAmongSurvivors' | 'maxChangedAmongSurvivorsPctOfTable', number>;
  // Where every backend was removed in turn, the averages are over all of them; larger rows would take minutes.
  const rows = read<{ rows: Row[] }>('maglev-disruption.json', { rows: [] }).rows;

  test.each(rows)('table of $m with $n backends: how even it is', ({ m, n, minSlots, maxSlots }) => {
    const counts = maglevSlotCounts(buildMaglevTable(equalMembers(n), m, defaultMurmur), n);
    expect([Math.min(...counts), Math.max(...counts)]).toEqual([minSlots, maxSlots]);
  });

  test.each(rows.filter(({ n, m, removalsTried }) => removalsTried === n && m <= 16381))(
    'table of $m with $n backends: what moves when one goes',
    (row) => {
      const members = equalMembers(row.n);
      const names = members.map(({ hashString }) => hashString);
      const before = { slots: buildMaglevTable(members, row.m, defaultMurmur), names };
      const removals = members.map((_, gone) => {
        const left = members.filter((_, index) => index !== gone);
        const after = {
          slots: buildMaglevTable(left, row.m, defaultMurmur),
          names: left.map(({ hashString }) => hashString),
        };
        return tableDisruption(before, after);
      });
      const mean = (of: (removal: (typeof removals)[number]) => number) =>
        removals.reduce((sum, removal) => sum + of(removal), 0) / removals.length;
      expect(mean(({ changed }) => changed)).toBeCloseTo(row.avgChangedTotal, 9);
      expect(mean(({ collateral }) => collateral)).toBeCloseTo(row.avgChangedAmongSurvivors, 9);
      expect(Math.max(...removals.map(({ collateral }) => (collateral / row.m) * 100))).toBeCloseTo(
        row.maxChangedAmongSurvivorsPctOfTable,
        9,
      );
    },
  );
});

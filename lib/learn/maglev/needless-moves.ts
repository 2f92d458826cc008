import { buildMaglevTable, type MaglevMember } from '@/lib/cilium/maglev/build-maglev-table';
import { tableDisruption } from '@/lib/cilium/maglev/table-disruption';

/** What moves though its backend stays, when one of the others goes: in percent of the table. */
type NeedlessMoves = { averagePercent: number; mostPercent: number };

/**
 * Takes backends out of a table one at a time, all of them or those named, and gives what moves needlessly; null where
 * there is none to take out. What it costs is one table for each.
 */
export function needlessMoves(
  members: readonly MaglevMember[],
  size: number,
  seedMurmur: number,
  taken: readonly number[] = members.map((_, index) => index),
): NeedlessMoves | null {
  if (members.length < 2 || taken.length === 0) return null;
  const named = (list: readonly MaglevMember[]) => ({
    slots: buildMaglevTable(list, size, seedMurmur),
    names: list.map(({ hashString }) => hashString),
  });
  const before = named(members);
  const percents = taken.map((gone) => {
    const after = named(members.filter((_, index) => index !== gone));
    return (tableDisruption(before, after).collateral / size) * 100;
  });
  return {
    averagePercent: percents.reduce((sum, percent) => sum + percent, 0) / percents.length,
    mostPercent: Math.max(...percents),
  };
}

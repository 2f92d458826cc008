import { backendMarks } from '../backend-mark';
import type { BackendSlots } from './frontend-index';
import type { Facet } from './match-frontends';
import { failMask } from './match-frontends';

/** How many different backend addresses there are, and how many with each mark, in the order of `backendMarks`. */
export type BackendCounts = { different: number; byMark: readonly number[] };

/**
 * Counts the backends of the rows that fail no part of the filter but `without` (`matchFrontends`). One address with
 * two marks counts for each of them.
 */
export function countBackends(slots: BackendSlots, failed: Uint8Array, without?: Facet): BackendCounts {
  const { starts, ids, marks, idCount } = slots;
  const mask = failMask(without);
  const seen = new Uint8Array(idCount);
  const byMark = backendMarks.map(() => 0);
  let different = 0;
  for (let row = 0; row + 1 < starts.length; row += 1) {
    if (((failed[row] ?? 0) & mask) !== 0) continue;
    const end = starts[row + 1] ?? 0;
    for (let slot = starts[row] ?? 0; slot < end; slot += 1) {
      const id = ids[slot] ?? 0;
      const mark = marks[slot] ?? 0;
      const before = seen[id] ?? 0;
      if (before === 0) different += 1;
      if ((before & (1 << mark)) !== 0) continue;
      seen[id] = before | (1 << mark);
      byMark[mark] = (byMark[mark] ?? 0) + 1;
    }
  }
  return { different, byMark };
}

import { backendMarks } from '../backend-mark';
import type { BackendSlots } from './frontend-index';

/** How many different backend addresses there are, and how many with each mark, in the order of `backendMarks`. */
export type BackendCounts = { different: number; byMark: readonly number[] };

/** Counts the backends of the rows that `counts` picks. One address with two marks counts for each of them. */
export function countBackends(slots: BackendSlots, counts: (row: number) => boolean): BackendCounts {
  const { starts, ids, marks, idCount } = slots;
  const seen = new Uint8Array(idCount);
  const byMark = backendMarks.map(() => 0);
  let different = 0;
  for (let row = 0; row + 1 < starts.length; row += 1) {
    if (!counts(row)) continue;
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

import { formatCount } from '@/lib/format';
import { letters } from '@/lib/learn/maglev/letters';
import { slotsByBackend } from '@/lib/learn/maglev/slot-changes';
import { freeSlot } from '@/lib/learn/maglev/table-turns';
import { DenseTable } from './dense-table';
import { SlotCells, type SlotsProps } from './slot-cells';

/** The largest table whose letters can be read. */
const mostCells = 1021;

/** The table: cells with letters, or dots where there are too many of them. */
export function TablePicture(props: SlotsProps) {
  const { table } = props;
  return (
    <div role="img" aria-label={described(table)} className="@container">
      {table.length <= mostCells ? <SlotCells {...props} /> : <DenseTable {...props} />}
    </div>
  );
}

function described(table: Uint8Array): string {
  const counts = slotsByBackend(table);
  const owned = counts.flatMap((count, index) =>
    index === freeSlot || count === 0 ? [] : [`${letters[index] ?? ''} ${formatCount(count)}`],
  );
  const free = counts[freeSlot] ?? 0;
  return `${formatCount(table.length)} slots: ${[...owned, ...(free > 0 ? [`${formatCount(free)} free`] : [])].join(', ')}`;
}

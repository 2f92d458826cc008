import { ChevronRight } from 'lucide-react';
import { formatPlural } from '@/lib/format';
import { blockTotals } from '../group/totals';
import type { SumRow } from '../map/block-rows';
import { MarkTotals } from '../map/totals-text';

type PhoneLineProps = {
  row: SumRow;
  /** Where the row's section begins, in the layout's pixels. */
  top: number;
  onOpen: (block: string) => void;
};

/** A Service in one line, which a tap opens: how many frontends, and its backends by state. */
export function PhoneLine({ row: { y, block }, top, onOpen }: PhoneLineProps) {
  const totals = blockTotals(block);
  return (
    <button
      type="button"
      aria-expanded={false}
      onClick={() => onOpen(block.id)}
      className="absolute inset-x-4 flex h-11 items-center gap-1.5 text-left"
      style={{ top: y - top }}
    >
      <ChevronRight aria-hidden size={12} strokeWidth={1.8} className="flex-none text-faint" />
      <span className="truncate font-medium">{block.name || 'not in the API'}</span>
      <span className="ml-1 text-label font-normal whitespace-nowrap text-faint">
        {formatPlural(totals.frontends, 'frontend')}
      </span>
      <span className="ml-auto flex items-center gap-2 pl-2 text-label font-normal whitespace-nowrap text-muted">
        <MarkTotals totals={totals} />
      </span>
    </button>
  );
}

/** The backends of a Service summed up, below its frontends. */
export function PhoneSum({ row: { y, block }, top }: Pick<PhoneLineProps, 'row' | 'top'>) {
  return (
    <p
      className="absolute left-9 flex h-6.5 items-center gap-2 text-label font-normal text-muted"
      style={{ top: y - top }}
    >
      <MarkTotals totals={{ ...blockTotals(block), differing: 0, deadEnds: 0 }} />
    </p>
  );
}

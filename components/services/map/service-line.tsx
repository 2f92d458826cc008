'use client';

import { clsx } from 'clsx';
import { ChevronRight } from 'lucide-react';
import { formatPlural } from '@/lib/format';
import { blockTotals } from '../group/totals';
import { rem } from '../use-root-scale';
import type { SumRow } from './block-rows';
import { rowClass, rowTint } from './frontend-row';
import type { MapColumns } from './map-columns';
import { MarkTotals } from './totals-text';

type ServiceLineProps = {
  row: SumRow;
  columns: MapColumns;
  lit: boolean;
  focusable: boolean;
  onOpen: (block: string) => void;
};

/** A Service in one line: how many frontends, and its backends by state. Opening it shows its rows. */
export function ServiceLine({ row: { y, block }, columns, lit, focusable, onOpen }: ServiceLineProps) {
  const totals = blockTotals(block);
  const { frontends, backends } = columns;
  return (
    <div
      role="row"
      data-line={block.id}
      tabIndex={focusable ? 0 : -1}
      onClick={() => onOpen(block.id)}
      className={clsx(rowClass, 'cursor-pointer pl-1', rowTint(lit))}
      style={{
        top: rem(y),
        left: rem(frontends.left - 2),
        width: rem(backends.left + backends.width - frontends.left + 2),
        gridTemplateColumns: `${rem(backends.left - frontends.left + 6)} 1fr`,
      }}
    >
      <span role="gridcell" className="flex min-w-0 items-center gap-1">
        <ChevronRight aria-hidden size={12} strokeWidth={1.8} className="flex-none text-faint" />
        <span className="truncate font-medium" title={`${block.namespace}/${block.name}`}>
          {block.name || 'not in the API'}
        </span>
        <span className="ml-1.5 text-label font-normal whitespace-nowrap text-faint">
          {formatPlural(totals.frontends, 'frontend')}
          <span className="sr-only">, folded; Enter opens it</span>
        </span>
      </span>
      <span role="gridcell" className="flex items-center gap-3 text-label font-normal text-muted">
        <MarkTotals totals={totals} />
      </span>
    </div>
  );
}

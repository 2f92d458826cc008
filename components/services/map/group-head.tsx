'use client';

import { ChevronDown, ChevronRight } from 'lucide-react';
import { groupWords } from '../group/group-words';
import { groupTitle } from '../group/row-group';
import { groupTotals } from '../group/totals';
import { rem } from '../use-root-scale';
import type { MapColumns } from './map-columns';
import type { HeadRow } from './map-layout';
import { MarkTotals } from './totals-text';

type GroupHeadProps = {
  row: HeadRow;
  columns: MapColumns;
  onToggle: (value: string) => void;
};

/** The head of a group's rows; collapsed, it says what lies below. */
export function GroupHead({ row: { group, collapsed, y }, columns, onToggle }: GroupHeadProps) {
  const { frontends, backends } = columns;
  const Chevron = collapsed ? ChevronRight : ChevronDown;
  return (
    <div
      role="row"
      className="absolute grid h-7 items-center"
      style={{
        top: rem(y),
        left: rem(frontends.left - 4),
        width: rem(backends.left + backends.width - frontends.left + 4),
        gridTemplateColumns: `${rem(backends.left - frontends.left + 12)} 1fr`,
      }}
    >
      <span role="rowheader" className="flex min-w-0 items-center">
        <button
          type="button"
          aria-expanded={!collapsed}
          onClick={() => onToggle(group.value)}
          className="flex min-w-0 items-center gap-1 rounded-row text-small font-semibold"
        >
          <Chevron aria-hidden size={12} strokeWidth={1.8} className="flex-none text-faint" />
          <span className="truncate">{groupTitle(group)}</span>
          <span className="ml-1.5 text-label font-normal whitespace-nowrap text-faint">
            {groupWords(group, collapsed)}
          </span>
        </button>
      </span>
      {collapsed && (
        <span role="gridcell" className="flex items-center gap-3 text-label font-normal text-muted">
          <MarkTotals totals={groupTotals(group)} />
        </span>
      )}
    </div>
  );
}

'use client';

import { ChevronDown, ChevronRight } from 'lucide-react';
import { formatPlural } from '@/lib/format';
import { groupTitle } from '../group/row-group';
import { groupTotals } from '../group/totals';
import { rem } from '../use-root-scale';
import type { HeadRow } from './map-layout';
import { MarkTotals } from './totals-text';

type GroupHeadProps = {
  row: HeadRow;
  left: number;
  width: number;
  onToggle: (value: string) => void;
};

/** The head of a group's rows; collapsed, it says what lies below. */
export function GroupHead({ row: { group, collapsed, y }, left, width, onToggle }: GroupHeadProps) {
  const Chevron = collapsed ? ChevronRight : ChevronDown;
  const services = group.blocks.filter(({ kind }) => kind === 'service').length;
  return (
    <div
      role="row"
      className="absolute flex h-7 items-center"
      style={{ top: rem(y), left: rem(left - 4), width: rem(width + 4) }}
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
            {formatPlural(services, 'Service')}
          </span>
        </button>
      </span>
      {collapsed && (
        <span
          role="gridcell"
          className="ml-3 flex flex-none items-center gap-3 text-label font-normal text-muted"
        >
          {formatPlural(groupTotals(group).frontends, 'frontend')}
          <MarkTotals totals={groupTotals(group)} />
        </span>
      )}
    </div>
  );
}

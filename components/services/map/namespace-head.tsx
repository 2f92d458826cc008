'use client';

import { ChevronDown, ChevronRight } from 'lucide-react';
import { StateMark } from '@/components/ui/state-mark';
import { formatPlural } from '@/lib/format';
import { backendMark, backendMarks } from '../backend-mark';
import { rem } from '../use-root-scale';
import type { HeadRow } from './map-layout';
import { noNamespace, type NamespaceGroup } from './service-block';

type NamespaceHeadProps = {
  row: HeadRow;
  left: number;
  width: number;
  onToggle: (namespace: string) => void;
};

/** What a namespace without a name is called. */
export function namespaceTitle(namespace: string): string {
  return namespace === noNamespace ? 'In no Service' : namespace;
}

/** The head of a namespace's rows; collapsed, it says what lies below. */
export function NamespaceHead({ row: { group, collapsed, y }, left, width, onToggle }: NamespaceHeadProps) {
  const Chevron = collapsed ? ChevronRight : ChevronDown;
  return (
    <div
      role="row"
      className="absolute flex h-7 items-center"
      style={{ top: rem(y), left: rem(left - 4), width: rem(width + 4) }}
    >
      <span role="rowheader" className="flex items-center">
        <button
          type="button"
          aria-expanded={!collapsed}
          onClick={() => onToggle(group.namespace)}
          className="flex items-center gap-1 rounded-row text-small font-semibold"
        >
          <Chevron aria-hidden size={12} strokeWidth={1.8} className="text-faint" />
          {namespaceTitle(group.namespace)}
          <span className="ml-1.5 text-label font-normal text-faint">
            {formatPlural(group.blocks.filter(({ kind }) => kind === 'service').length, 'Service')}
          </span>
        </button>
      </span>
      {collapsed && <CollapsedSummary group={group} />}
    </div>
  );
}

function CollapsedSummary({ group }: { group: NamespaceGroup }) {
  const counts = new Map<string, number>();
  let frontends = 0;
  let problems = 0;
  for (const block of group.blocks) {
    frontends += block.frontends.length;
    problems += block.frontends.filter((frontend) => frontend.problems.length > 0).length;
    for (const { of, view } of block.backends) {
      const mark = backendMark(of, view);
      counts.set(mark, (counts.get(mark) ?? 0) + 1);
    }
  }
  return (
    <span role="gridcell" className="ml-3 flex items-center gap-3 text-label font-normal text-muted">
      {formatPlural(frontends, 'frontend')}
      {backendMarks.map((mark) => {
        const count = counts.get(mark);
        if (count === undefined) return null;
        return (
          <span key={mark} className="flex items-center gap-1.25">
            <StateMark mark={mark} />
            {count}
          </span>
        );
      })}
      {problems > 0 && (
        <span className="flex items-center gap-1.25">
          <StateMark mark="differs" label="with a problem" />
          {problems}
        </span>
      )}
    </span>
  );
}

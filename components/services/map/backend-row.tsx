'use client';

import { clsx } from 'clsx';
import { memo } from 'react';
import { StateMark } from '@/components/ui/state-mark';
import { Address } from '../address';
import { backendMark } from '../backend-mark';
import { shortPodName, targetText } from '../pod-name';
import { rem } from '../use-root-scale';
import { rowClass, rowTint } from './frontend-row';
import type { BackendRow } from './block-rows';

type BackendRowProps = {
  row: BackendRow;
  left: number;
  width: number;
  selected: boolean;
  lit: boolean;
  changed: boolean;
  focusable: boolean;
};

/** One backend of the map, under all frontends of its Service that have it. */
export const BackendRowView = memo(function BackendRowView({
  row,
  left,
  width,
  selected,
  lit,
  changed,
  focusable,
}: BackendRowProps) {
  const { view, of, y } = row;
  const mark = backendMark(of, view);
  const leftover = mark === 'leftover';
  return (
    <div
      role="row"
      data-backend={row.key}
      data-block={row.block.id}
      tabIndex={focusable ? 0 : -1}
      className={clsx(
        rowClass,
        'grid-cols-[auto_1fr] gap-2 px-2',
        selected ? 'bg-accent-soft/55' : rowTint(lit),
        changed && 'animate-changed',
      )}
      style={{ top: rem(y), left: rem(left), width: rem(width) }}
    >
      <span
        role="gridcell"
        className={clsx('flex items-center gap-1.75', leftover && 'text-bad line-through decoration-1')}
      >
        <StateMark mark={mark} />
        <Address of={{ ...view, scope: 'external' }} />
      </span>
      <span
        role="gridcell"
        className="truncate text-right text-label font-normal text-faint"
        title={targetText(view.target)}
      >
        {shortPodName(view.target)}
      </span>
    </div>
  );
});

'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { clsx } from 'clsx';
import { useEffect, useRef } from 'react';
import { StateMark } from '@/components/ui/state-mark';
import type { UnparsedLine } from '@/lib/cilium/unparsed-line';
import { shownLine } from './split-lines';

const rowPx = 20;
const overscanRows = 24;

type OutputLinesProps = {
  lines: readonly string[];
  unparsed: readonly UnparsedLine[];
  /** The 1-based line to stand out and to be brought into view. */
  line: number | null;
  onLine?: (line: number | null) => void;
  className?: string;
};

/** An agent’s output with line numbers; only what is in view is in the document, whatever its size. */
export function OutputLines({ lines, unparsed, line, onLine, className }: OutputLinesProps) {
  const scroller = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- the virtualizer re-renders this component itself
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: overscanRows,
  });
  const reasons = new Map(unparsed.map((one) => [one.line, one.reason]));
  const longest = String(lines.length).length;

  useEffect(() => {
    if (line !== null && line <= lines.length) virtualizer.scrollToIndex(line - 1, { align: 'center' });
    // Scrolls when the reader asks for another line, not when the output grows.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [line]);

  return (
    <div
      ref={scroller}
      tabIndex={0}
      role="region"
      aria-label="Output"
      className={clsx('mono overflow-auto bg-sunken leading-5 focus-visible:-outline-offset-2', className)}
    >
      <div className="relative w-max min-w-full" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const number = index + 1;
          const reason = reasons.get(number);
          const current = number === line;
          return (
            <div
              key={index}
              data-line={number}
              aria-current={current ? 'true' : undefined}
              className={clsx(
                'absolute top-0 left-0 flex h-5 w-max min-w-full items-center whitespace-pre',
                current && 'bg-accent-soft',
              )}
              style={{ transform: `translateY(${start}px)` }}
            >
              <LineNumber number={number} width={longest} current={current} onLine={onLine} />
              <span className={clsx('pr-3', current && 'text-accent-text')}>
                {shownLine(lines[index] ?? '')}
              </span>
              {reason !== undefined && (
                <span className="sticky right-0 ml-auto inline-flex h-full items-center gap-1.5 bg-sunken pr-3 pl-2 font-sans text-label font-medium text-warn">
                  <StateMark mark="unknown" tone="warn" label={null} />
                  not understood: {reason}
                </span>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

type LineNumberProps = {
  number: number;
  width: number;
  current: boolean;
  onLine: ((line: number | null) => void) | undefined;
};

function LineNumber({ number, width, current, onLine }: LineNumberProps) {
  const className = clsx(
    'sticky left-0 z-1 flex-none self-stretch pr-3 pl-3 text-right select-none',
    current
      ? 'bg-accent-soft text-accent-text before:absolute before:inset-y-0 before:left-0 before:w-0.5 before:bg-accent'
      : 'bg-sunken text-faint',
  );
  const style = { minWidth: `calc(${width}ch + 1.5rem)` };
  if (onLine === undefined)
    return (
      <span className={className} style={style}>
        {number}
      </span>
    );
  return (
    // Thousands of numbers are no tab stops: a line is chosen by pointer, or by ?line= in the URL.
    <button
      type="button"
      tabIndex={-1}
      aria-label={`Line ${number}`}
      onClick={() => onLine(current ? null : number)}
      className={clsx(className, 'hover:text-text')}
      style={style}
    >
      {number}
    </button>
  );
}

import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { StateMark } from './state-mark';

export type RawBlockState = 'ready' | 'pending' | 'empty' | 'stale' | 'error';

type RawBlockProps = {
  /** What ran, as an agent's operator would type it. */
  command: ReactNode;
  state?: RawBlockState;
  /** Where it came from and how old it is: `53-201 · 3 s ago`, `53-201 · exit 1`. */
  source?: ReactNode;
  /** A CopyButton, or any other control of the head. */
  actions?: ReactNode;
  /** The output (ready, stale), or a message (empty, error). */
  children?: ReactNode;
  /** Pending: the expected lengths of the lines, in per cent. */
  pendingWidths?: readonly number[];
  className?: string;
};

/** What an agent printed, as it printed it: a head that says what ran, where and when, and a sunken body. */
export function RawBlock({
  command,
  state = 'ready',
  source,
  actions,
  children,
  pendingWidths = [74, 62, 64],
  className,
}: RawBlockProps) {
  return (
    <div
      className={clsx(
        'mono flex min-w-0 flex-col overflow-hidden rounded-control border bg-sunken leading-5 text-text',
        state === 'error' ? 'border-bad/45' : 'border-line',
        className,
      )}
    >
      <div className="flex h-7.5 flex-none items-center gap-2 border-b border-line pr-1 pl-3 text-[0.71875rem] text-muted max-desk:h-11">
        <span aria-hidden className="text-faint select-none">
          $
        </span>
        <span className="min-w-0 flex-1 truncate">{command}</span>
        {source !== undefined && (
          <span
            className={clsx(
              'inline-flex flex-none items-center gap-1.5 pr-1 font-sans text-label',
              state === 'stale' ? 'text-warn' : state === 'error' ? 'text-bad' : 'text-faint',
            )}
          >
            {state === 'stale' && <StateMark mark="unknown" tone="warn" label="old answer" />}
            {state === 'error' && <StateMark mark="leftover" label="could not ask" />}
            {source}
          </span>
        )}
        {actions}
      </div>
      {state === 'pending' ? (
        <RawPending widths={pendingWidths} />
      ) : state === 'empty' || state === 'error' ? (
        <div className="px-3 py-2 font-sans text-small leading-4.5 text-muted">{children}</div>
      ) : (
        // A scrolling region must be reachable from the keyboard.
        <div
          tabIndex={0}
          role="region"
          aria-label="Output"
          className={clsx('overflow-x-auto px-3 py-2 whitespace-pre', state === 'stale' && 'text-faint')}
        >
          {children}
        </div>
      )}
    </div>
  );
}

function RawPending({ widths }: { widths: readonly number[] }) {
  return (
    <div aria-busy="true" aria-label="Asking" role="status" className="px-3 py-2">
      {widths.map((width, index) => (
        <span
          key={index}
          className="mt-1.5 mb-2.5 block h-2 rounded-[2px] bg-line"
          style={{ width: `${width}%` }}
        />
      ))}
    </div>
  );
}

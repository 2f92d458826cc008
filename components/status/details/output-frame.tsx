import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { StateMark } from '@/components/ui/state-mark';

type OutputFrameProps = {
  /** What ran. */
  command: string;
  /** Where and when. */
  source: ReactNode;
  stale?: boolean;
  actions?: ReactNode;
  children: ReactNode;
};

/** The frame of an agent’s own output: what ran, on which pod, how old it is; rows reach from edge to edge. */
export function OutputFrame({ command, source, stale = false, actions, children }: OutputFrameProps) {
  return (
    <div className="mono min-w-0 overflow-hidden rounded-control border border-line bg-sunken leading-5 text-text max-desk:rounded-none max-desk:border-x-0">
      <div className="flex h-7.5 items-center gap-2 border-b border-line pr-1 pl-3 text-[0.71875rem] text-muted max-desk:h-11 max-desk:pl-4">
        <span aria-hidden className="text-faint select-none">
          $
        </span>
        <span className="min-w-0 flex-1 truncate" title={command}>
          {command}
        </span>
        <span
          className={clsx(
            'inline-flex flex-none items-center gap-1.5 pr-1 font-sans text-label',
            stale ? 'text-warn' : 'text-faint',
          )}
        >
          {stale && <StateMark mark="unknown" tone="warn" label="old answer" />}
          {source}
        </span>
        {actions}
      </div>
      {children}
    </div>
  );
}

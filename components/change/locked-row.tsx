import { Lock } from 'lucide-react';
import { Name, Now, type RowProps } from './setting-now';

type LockedRowProps = RowProps & {
  /** Why nothing would use it. */
  reason: string;
};

/** A setting that nothing would use with what is chosen: what it is now, and what would open it. */
export function LockedRow({ reason, ...row }: LockedRowProps) {
  return (
    <div className="grid gap-x-6 gap-y-2 border-t border-line py-2.5 desk:grid-cols-[11.5rem_minmax(0,1fr)]">
      <div className="space-y-1">
        <Name {...row} />
      </div>
      <div className="grid min-w-0 items-start gap-x-6 gap-y-1.5 desk:grid-cols-[minmax(0,1fr)_13rem]">
        <p className="flex gap-2 text-pretty text-muted">
          <Lock aria-hidden size={14} strokeWidth={1.7} className="mt-0.75 flex-none" />
          <span>
            <span className="sr-only">Locked: </span>
            {reason} <span className="text-small">{row.setting.why}</span>
          </span>
        </p>
        <Now {...row} />
      </div>
    </div>
  );
}

import { clsx } from 'clsx';
import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

type NoticeProps = {
  tone: 'bad' | 'warn';
  /** One bold clause: what is. */
  title: ReactNode;
  /** One reason. */
  children?: ReactNode;
  /** At the right: what to do. */
  action?: ReactNode;
  className?: string;
};

/** One line of what, one of why, at the right what to do. At most one on a screen. */
export function Notice({ tone, title, children, action, className }: NoticeProps) {
  return (
    <div
      className={clsx(
        'grid grid-cols-[1rem_1fr_auto] items-start gap-x-2.5 rounded-control px-3 py-2.25',
        tone === 'bad' ? 'bg-bad-soft' : 'bg-warn-soft',
        className,
      )}
    >
      <TriangleAlert
        aria-hidden
        size={16}
        strokeWidth={1.6}
        className={clsx('mt-0.5', tone === 'bad' ? 'text-bad' : 'text-warn')}
      />
      <div className="min-w-0">
        <strong className="font-semibold">{title}</strong>{' '}
        {children !== undefined && <span className="text-muted">{children}</span>}
      </div>
      {action}
    </div>
  );
}

import { clsx } from 'clsx';
import { formatCount } from '@/lib/format';

type BadgeProps = {
  count: number;
  /** What is counted, in words: `3 problems`. */
  label: string;
  tone?: 'bad' | 'warn';
  className?: string;
};

/** A count that wants attention; nothing at all at zero. */
export function Badge({ count, label, tone = 'bad', className }: BadgeProps) {
  if (count === 0) return null;
  return (
    <span
      title={label}
      className={clsx(
        'h-4 min-w-4 rounded-full px-1 text-center text-[0.65625rem] leading-4 font-semibold text-bg',
        tone === 'bad' ? 'bg-bad' : 'bg-warn',
        className,
      )}
    >
      {count > 99 ? '99+' : formatCount(count)}
      <span className="sr-only"> {label.replace(/^[\d,]+ /, '')}</span>
    </span>
  );
}

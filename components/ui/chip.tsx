import { clsx } from 'clsx';
import type { ComponentProps, ReactNode } from 'react';
import { formatCount } from '@/lib/format';

type ChipProps = Omit<ComponentProps<'button'>, 'children'> & {
  pressed: boolean;
  /** A mark before the word. */
  mark?: ReactNode;
  count?: number;
  children: ReactNode;
};

/** A filter that is on or off: a word, its mark and how many it would leave. */
export function Chip({ pressed, mark, count, children, className, ...rest }: ChipProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      {...rest}
      className={clsx(
        'target inline-flex h-6.5 items-center justify-center gap-1.5 rounded-control border px-2 text-small font-medium',
        'whitespace-nowrap transition-colors duration-120',
        pressed
          ? 'border-accent/45 bg-accent-soft text-accent-text'
          : 'border-transparent text-muted hover:bg-row-hover hover:text-text',
        className,
      )}
    >
      {mark}
      {children}
      {count !== undefined && (
        <span className={clsx('font-normal', !pressed && 'text-faint')}>{formatCount(count)}</span>
      )}
    </button>
  );
}

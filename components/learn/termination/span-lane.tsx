import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import type { Span } from '@/lib/learn/termination/span';
import { percentAt } from './time-scale';

type SpanLaneProps<Value> = {
  spans: readonly Span<Value>[];
  at: number;
  end: number;
  /** From here on nothing is shown. */
  maskedAt: number;
  look: (value: Value) => { words: ReactNode; title: string; tone: SpanTone };
};

/** How a span looks: it goes on, it comes to its end, it is what the API says, nothing is there, it was lost. */
export type SpanTone = 'solid' | 'hatched' | 'quoted' | 'absent' | 'lost';

const tones: Record<SpanTone, string> = {
  solid: 'border-line-strong bg-surface text-text',
  hatched:
    'border-line-strong text-text bg-[repeating-linear-gradient(135deg,var(--surface)_0_5px,var(--surface-sunken)_5px_8px)]',
  quoted: 'border-line bg-sunken text-text',
  absent: 'border-dashed border-line-strong text-muted',
  lost: 'border-bad bg-bad-soft text-bad',
};

/** What holds from one second to another, as boxes; what is to come is faint. */
export function SpanLane<Value>({ spans, at, end, maskedAt, look }: SpanLaneProps<Value>) {
  return (
    <div className="relative h-6">
      {spans
        .filter(({ from }) => from < maskedAt)
        .map(({ from, to, value }) => {
          const { words, title, tone } = look(value);
          const until = Math.min(to, maskedAt);
          return (
            <span
              key={from}
              title={title}
              style={{
                left: `${percentAt(from, end)}%`,
                width: `calc(${percentAt(until, end) - percentAt(from, end)}% - 1px)`,
              }}
              className={clsx(
                'absolute inset-y-0 flex min-w-0 items-center overflow-hidden rounded-row border px-1.5 text-label whitespace-nowrap transition-opacity duration-200 ease-out',
                tones[tone],
                from > at && 'opacity-45',
              )}
            >
              {words}
            </span>
          );
        })}
    </div>
  );
}

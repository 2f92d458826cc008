import { clsx } from 'clsx';
import type { EntryStrip as Strip } from '@/lib/learn/kube-proxy/lookup-step';

const mostMarks = 100;
const width = 300;
const widestMark = 12;

type EntryStripProps = {
  strip: Strip;
  side: 'kube-proxy' | 'cilium';
  /** What was looked at is drawn. */ isDone: boolean;
};

/** Entries in a row, those looked at filled; a long row stands for several with each mark. The tally says the same. */
export function EntryStrip({ strip: { count, from, to, fits }, side, isDone }: EntryStripProps) {
  const marks = Math.min(count, mostMarks);
  const pitch = Math.min(width / marks, widestMark);
  return (
    <svg
      viewBox={`0 0 ${width} 12`}
      preserveAspectRatio="none"
      aria-hidden
      className="my-0.5 block h-3 w-full"
    >
      {Array.from({ length: marks }, (_, index) => {
        const first = Math.floor((index * count) / marks) + 1;
        const last = Math.floor(((index + 1) * count) / marks);
        const isHit = fits && first <= to && to <= last;
        const isTouched = first <= to && last >= from;
        return (
          <rect
            key={index}
            x={index * pitch}
            y={isDone && isHit ? 0 : 2}
            width={pitch * 0.72}
            height={isDone && isHit ? 12 : 8}
            className={clsx(
              'transition-[fill] duration-200 ease-out',
              !isDone || !isTouched
                ? 'fill-line-strong/45'
                : side === 'cilium'
                  ? 'fill-accent'
                  : isHit
                    ? 'fill-text'
                    : 'fill-muted',
            )}
          />
        );
      })}
    </svg>
  );
}

/** Says how many entries a mark stands for; null where it is one. */
export function entriesOfMark(count: number): number | null {
  return count > mostMarks ? Math.round(count / mostMarks) : null;
}

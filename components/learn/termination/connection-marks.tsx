import { clsx } from 'clsx';
import type { NewConnection } from '@/lib/learn/termination/new-connections';
import type { OpenConnection } from '@/lib/learn/termination/open-connections';
import { percentAt } from './time-scale';

type Seen = { at: number; end: number; maskedAt: number };

/** The open connections, one line each: it ends with a dot where it is finished, with a cross where it breaks. */
export function OpenMarks({ open, at, end, maskedAt }: Seen & { open: readonly OpenConnection[] }) {
  return (
    <div className="relative" style={{ height: `${open.length * 9 + 2}px` }}>
      {open.map((connection, index) => {
        const until = Math.min(connection.endsAt, maskedAt);
        const isOver = connection.endsAt <= at;
        const isBroken = connection.end !== 'done';
        const top = index * 9 + 5;
        return (
          <span key={index}>
            <Line from={0} to={percentAt(Math.min(until, Math.max(at, -5)), end)} top={top} tone="bg-text" />
            <Line
              from={percentAt(Math.min(at, until), end)}
              to={percentAt(until, end)}
              top={top}
              tone="bg-line"
            />
            {connection.endsAt < maskedAt && (
              <Mark
                kind={isBroken ? 'cross' : 'dot'}
                left={percentAt(connection.endsAt, end)}
                top={top}
                isFaint={!isOver}
              />
            )}
          </span>
        );
      })}
    </div>
  );
}

function Line({ from, to, top, tone }: { from: number; to: number; top: number; tone: string }) {
  return (
    <span
      className={clsx('absolute h-0.5 -translate-y-1/2', tone)}
      style={{ left: `${from}%`, width: `${Math.max(to - from, 0)}%`, top: `${top}px` }}
    />
  );
}

/** New connections to one pod, or to none: a stroke where it is answered, a cross where it fails. */
export function NewMarks({ tried, at, end, maskedAt }: Seen & { tried: readonly NewConnection[] }) {
  return (
    <div className="relative h-3.5">
      <span className="absolute inset-x-0 top-1/2 h-px bg-line" />
      {tried
        .filter((each) => each.at < maskedAt)
        .map((each) => (
          <Mark
            key={each.at}
            kind={each.end === 'answered' ? 'stroke' : each.end === 'refused' ? 'cross' : 'ring'}
            left={percentAt(each.at, end)}
            top={7}
            isFaint={each.at > at}
          />
        ))}
    </div>
  );
}

type MarkProps = { kind: 'stroke' | 'cross' | 'ring' | 'dot'; left: number; top: number; isFaint: boolean };

const shapes = {
  stroke: <path d="M4.5 .5v8" strokeWidth="1.6" className="stroke-muted" />,
  cross: <path d="M1.5 1.5l6 6m0 -6l-6 6" strokeWidth="2" strokeLinecap="round" className="stroke-bad" />,
  ring: <circle cx="4.5" cy="4.5" r="3" strokeWidth="1.6" className="stroke-bad" />,
  dot: <circle cx="4.5" cy="4.5" r="3" className="fill-text" />,
} as const;

/** One mark of the picture. */
function Mark({ kind, left, top, isFaint }: MarkProps) {
  return (
    <svg
      viewBox="0 0 9 9"
      width="9"
      height="9"
      fill="none"
      className={clsx('absolute -translate-1/2', isFaint && 'opacity-35')}
      style={{ left: `${left}%`, top: `${top}px` }}
    >
      {shapes[kind]}
    </svg>
  );
}

/** A mark in a line of text. */
export function InlineMark({ kind }: Pick<MarkProps, 'kind'>) {
  return (
    <svg aria-hidden viewBox="0 0 9 9" width="9" height="9" fill="none" className="inline align-baseline">
      {shapes[kind]}
    </svg>
  );
}

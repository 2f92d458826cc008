import { clsx } from 'clsx';
import type { CSSProperties } from 'react';
import { percentAt, type LaneAxis } from './lane-axis';
import type { LanePiece } from './lane-pieces';
import type { NodeLook } from './rollout-look';
import { stateFill } from './state-fill';

/** Half the height of a stretch, in pixels. */
const half: Record<NodeLook, number> = {
  waiting: 1,
  restarting: 5,
  ready: 5,
  verified: 2,
  failed: 5,
  'going-back': 5,
  'ready-old': 5,
  'goes-back': 2,
  reverted: 1,
  untouched: 1,
};

const lines: Partial<Record<NodeLook, CSSProperties>> = {
  untouched: { background: 'var(--line-strong)' },
};

/** One node through time: its stretches, the moment of the stop, and now. For the eye; the words stand beside it. */
export function Lane({ pieces, axis, untilMs, stoppedMs }: LaneProps) {
  const at = (ms: number) => `${percentAt(axis, ms)}%`;
  return (
    <div aria-hidden className="absolute inset-0">
      {axis.ticksMs.slice(1).map((ms) => (
        <i key={ms} className="absolute inset-y-0 w-px bg-line" style={{ left: at(ms) }} />
      ))}
      {stoppedMs !== null && <i className="absolute inset-y-0 w-px bg-bad" style={{ left: at(stoppedMs) }} />}
      {pieces.map((piece, index) => {
        const [left, right] = [percentAt(axis, piece.fromMs), percentAt(axis, piece.toMs)];
        if (right < left) return null;
        return (
          <i
            key={index}
            data-look={piece.look}
            className="absolute"
            style={{
              ...(lines[piece.look] ?? stateFill[piece.look]),
              left: `${left}%`,
              width: `${right - left}%`,
              top: `calc(50% - ${half[piece.look]}px)`,
              height: half[piece.look] * 2,
            }}
          >
            <PieceStart look={piece.look} />
          </i>
        );
      })}
      <i className="absolute inset-y-0 w-px bg-text" style={{ left: at(untilMs) }} />
    </div>
  );
}

type LaneProps = {
  pieces: readonly LanePiece[];
  axis: LaneAxis;
  untilMs: number;
  /** When it was stopped, in milliseconds since 1970. */
  stoppedMs: number | null;
};

function PieceStart({ look }: { look: NodeLook }) {
  const isNew = look === 'verified' || look === 'goes-back';
  if (!isNew && look !== 'reverted' && look !== 'failed') return null;
  return (
    <svg
      viewBox="0 0 12 12"
      className={clsx(
        'absolute top-1/2 size-3 -translate-y-1/2',
        look === 'failed' ? '-left-1.5' : '-left-1',
      )}
    >
      {look === 'failed' ? (
        <>
          <circle cx="6" cy="6" r="6" fill="var(--bad)" />
          <path
            d="M3.8 3.8l4.4 4.4m0-4.4l-4.4 4.4"
            stroke="var(--bg)"
            strokeWidth="1.6"
            strokeLinecap="round"
          />
        </>
      ) : isNew ? (
        <circle cx="6" cy="6" r="4" fill="var(--accent)" />
      ) : (
        <circle cx="6" cy="6" r="3.6" fill="var(--bg)" stroke="var(--text-muted)" strokeWidth="1.5" />
      )}
    </svg>
  );
}

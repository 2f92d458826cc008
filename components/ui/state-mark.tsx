import type { ReactNode } from 'react';
import type { BackendState } from '@/lib/cilium/backend';
import { backendStateMeanings, toBackendState } from '@/lib/cilium/backend-state';

/** What an agent says of a backend; `unknown` where it printed no state. */
export type StateMarkKind = BackendState | 'unknown';

/** What we say of a row: strokes only, so that none is taken for a state. */
export type VerdictMarkKind = 'agrees' | 'differs' | 'absent' | 'leftover' | 'none';

export type MarkKind = StateMarkKind | VerdictMarkKind;

/** A word for each mark: its accessible name where no word stands beside it. */
export const markLabels: Record<MarkKind, string> = {
  active: 'active',
  terminating: 'terminating',
  'terminating-not-serving': 'terminating, not serving',
  quarantined: 'quarantined',
  maintenance: 'maintenance',
  unknown: 'unknown',
  agrees: 'agrees',
  differs: 'differs',
  absent: 'not there, as expected',
  leftover: 'leftover: not in the API',
  none: 'no backends',
};

const shapes: Record<MarkKind, ReactNode> = {
  active: <circle className="fill" cx="6" cy="6" r="4.5" />,
  terminating: (
    <>
      <path className="half" d="M6 1.5a4.5 4.5 0 0 0 0 9z" />
      <circle className="stroke" cx="6" cy="6" r="4.4" style={{ strokeWidth: 1.2 }} />
    </>
  ),
  'terminating-not-serving': <circle className="stroke" cx="6" cy="6" r="4.2" />,
  quarantined: <path className="fill" d="M6 .9 11.1 6 6 11.1 .9 6z" />,
  maintenance: <rect className="fill" x="1.8" y="1.8" width="8.4" height="8.4" rx=".5" />,
  unknown: (
    <>
      <path className="stroke" d="M3.9 4.1A2.15 2.15 0 1 1 6 6.6v.9" />
      <circle className="dot" cx="6" cy="10" r="1" />
    </>
  ),
  agrees: <path className="stroke" d="M1.8 6.4l2.8 2.8 5.6-6.2" />,
  differs: <path className="stroke" d="M2 4.2h8M2 7.8h8M8.2 1.6 3.8 10.4" style={{ strokeWidth: 1.4 }} />,
  absent: <path className="stroke" d="M2 6h8" />,
  leftover: <path className="stroke" d="M2.2 2.2l7.6 7.6M9.8 2.2 2.2 9.8" />,
  none: (
    <>
      <circle className="stroke" cx="6" cy="6" r="4.3" strokeDasharray="2 1.7" strokeLinecap="butt" />
      <path className="stroke" d="M2.6 9.4 9.4 2.6" style={{ strokeWidth: 1.3 }} />
    </>
  ),
};

type StateMarkProps = {
  mark: MarkKind;
  /** Names the mark for a reader who does not see it; null where the word stands beside it. */
  label?: string | null;
  /** `warn` where somebody should look, `quiet` where it is so by design. */
  tone?: 'warn' | 'quiet';
  size?: number;
  className?: string;
};

/** A state or a verdict as its shape, with its name as label; the tooltip of a state says what it means. */
export function StateMark({
  mark,
  label = markLabels[mark],
  tone,
  size = 12,
  className = '',
}: StateMarkProps) {
  const naming = label === null ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    <svg
      {...naming}
      viewBox="0 0 12 12"
      width={size}
      height={size}
      className={`mark ${className}`}
      data-mark={mark}
      data-tone={tone}
    >
      {label !== null && <title>{label === markLabels[mark] ? markTitle(mark) : label}</title>}
      {shapes[mark]}
    </svg>
  );
}

/** Gives the name of a mark and, for a backend's state, what it means for traffic. */
export function markTitle(mark: MarkKind): string {
  const state = toBackendState(mark);
  return state === null ? markLabels[mark] : `${markLabels[mark]}: ${backendStateMeanings[state]}`;
}

/** Gives the mark of a backend's state; null, a state that was not printed, is unknown. */
export function stateMarkKind(state: BackendState | null): StateMarkKind {
  return state ?? 'unknown';
}

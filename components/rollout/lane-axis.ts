import type { RolloutView } from '@/lib/snapshot/rollout-view';
import { wholeSeconds } from './moment';

const stepsSeconds = [5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 21_600, 86_400];
const mostTicks = 8;
/** Nothing was done for so long: what comes after is drawn, what was before is told in the journal. */
const pauseMs = 30 * 60_000;

/** The time axis of the lanes, in milliseconds since 1970. */
export type LaneAxis = { fromMs: number; toMs: number; ticksMs: number[] };

/** Where the drawing begins: the start, or the first step after the last long pause. */
function beginMs({ startedTimestamp, steps }: Pick<RolloutView, 'startedTimestamp' | 'steps'>): number {
  let begin = Date.parse(startedTimestamp);
  let last = begin;
  for (const step of steps) {
    const start = Date.parse(step.startedTimestamp);
    if (start - last > pauseMs) begin = start;
    last = Math.max(last, step.endedTimestamp === null ? start : Date.parse(step.endedTimestamp));
  }
  return begin;
}

/** An axis that holds all up to `untilMs` and grows by whole ticks, so that what is drawn seldom moves. */
export function laneAxis(view: Pick<RolloutView, 'startedTimestamp' | 'steps'>, untilMs: number): LaneAxis {
  const fromMs = beginMs(view);
  const seconds = Math.max(1, (untilMs - fromMs) / 1000);
  const step = stepsSeconds.find((each) => seconds / each < mostTicks) ?? Math.ceil(seconds / mostTicks);
  const count = Math.floor(seconds / step) + 1;
  return {
    fromMs,
    toMs: fromMs + count * step * 1000,
    ticksMs: Array.from({ length: count }, (_, index) => fromMs + index * step * 1000),
  };
}

/** Where a moment lies on the axis, in per cent, never outside. */
export function percentAt({ fromMs, toMs }: LaneAxis, ms: number): number {
  return Math.min(100, Math.max(0, ((ms - fromMs) / (toMs - fromMs)) * 100));
}

/** Writes how far into a rollout a moment is: `0:09`, `12:41`, `1:02:03`. */
export function formatOffset(ms: number): string {
  const seconds = wholeSeconds(ms);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const tail = String(seconds % 60).padStart(2, '0');
  return hours === 0 ? `${minutes}:${tail}` : `${hours}:${String(minutes).padStart(2, '0')}:${tail}`;
}

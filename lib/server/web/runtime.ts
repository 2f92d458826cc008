import type { Rollouts } from '@/lib/server/change/rollouts';
import type { Collector } from '@/lib/server/collector/collector';
import type { LessonTexts } from '@/lib/snapshot/lesson-list-view';
import type { TrainingScenario } from '@/lib/snapshot/training-view';

/** Begins training clusters anew, the same or another. */
export type TrainingControl = {
  scenarios: readonly TrainingScenario[];
  /** Resolves once the new one is asked; `busy` while another is being begun. */
  restart: (scenario: string) => Promise<'restarted' | 'busy'>;
};

/** What the process shares between the command (dist/) and Next's bundles (.next). */
export type Runtime = {
  collector: Collector;
  rollouts: Rollouts;
  version: string;
  /** Reads the lessons that the cluster holds. */
  lessons: () => Promise<LessonTexts>;
  /** null where no training cluster is looked at. */
  training: TrainingControl | null;
  /** Aborts when another cluster takes the place of this one. */
  ended: AbortSignal;
};

// The two are bundled apart and would each have their own copy of a module's variable; the global symbol is one.
// For the same reason nothing taken from here may be tested with `instanceof`.
const key = Symbol.for('kpr-explorer.runtime');

type Holder = { [key]?: Runtime };

/** Registers what the route handlers answer from; null takes it away again. */
export function setRuntime(runtime: Runtime | null): void {
  const holder: typeof globalThis & Holder = globalThis;
  if (runtime === null) delete holder[key];
  else holder[key] = runtime;
}

/** What the route handlers answer from; null before the collector is made. */
export function getRuntime(): Runtime | null {
  const holder: typeof globalThis & Holder = globalThis;
  return holder[key] ?? null;
}

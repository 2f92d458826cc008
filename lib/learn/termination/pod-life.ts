import type { Change } from './span';
import { startSeconds } from './span';
import type { TerminationParameters } from './termination-parameters';

/** What the pod's process does: serves; serves while its `preStop` pauses; has SIGTERM; is no more. */
export type PodPhase = 'serves' | 'pauses' | 'drains' | 'ignores' | 'gone' | 'lost';

/** The last seconds of a pod's process. */
export type PodLife = {
  phases: Change<PodPhase>[];
  /** When it gets SIGTERM; null where its node dies. */
  sigtermAt: number | null;
  exitAt: number;
  /** The grace period ended it (SIGKILL). */
  isKilled: boolean;
  /** Until when it takes new connections. */
  listensUntil: number;
};

/**
 * Gives the last seconds of a pod that is deleted at second 0. The pause and the shutdown share the grace period,
 * which bounds the whole.
 */
export function podLife(parameters: TerminationParameters): PodLife {
  const { ending, preStopSeconds, graceSeconds, answer, longestSeconds } = parameters;
  const serves = { at: startSeconds, value: 'serves' } as const;
  if (ending === 'node-lost') {
    return {
      phases: [serves, { at: 0, value: 'lost' }],
      sigtermAt: null,
      exitAt: 0,
      isKilled: false,
      listensUntil: 0,
    };
  }
  const wanted = {
    drains: Math.max(preStopSeconds, longestSeconds),
    exits: preStopSeconds,
    ignores: Infinity,
  }[answer];
  const exitAt = Math.min(graceSeconds, wanted);
  return {
    phases: [
      serves,
      { at: 0, value: 'pauses' },
      ...(answer === 'exits' ? [] : [{ at: preStopSeconds, value: answer }]),
      { at: exitAt, value: 'gone' },
    ],
    sigtermAt: preStopSeconds,
    exitAt,
    isKilled: wanted > graceSeconds,
    listensUntil: answer === 'ignores' ? exitAt : preStopSeconds,
  };
}

/** Gives how long each open connection still needs, from the deletion on: evenly up to the longest. */
export function neededSeconds({ longestSeconds }: TerminationParameters): number[] {
  return [1, 2, 3, 4].map((nth) => Math.round((longestSeconds * nth) / 4));
}

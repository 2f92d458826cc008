import { atLeast } from '@/lib/cilium/agent-version';
import type { PodLife } from './pod-life';
import { seededRandom } from './seeded-random';
import type { Span } from './span';
import { startSeconds, valueAt } from './span';
import type { TableRow } from './table-row';
import type { TerminationParameters } from './termination-parameters';

/** A short connection that is tried at a second. */
export type NewConnection = {
  at: number;
  /** The pod it is sent to, by its place; null where the row has nobody to send it to. */
  pod: number | null;
  end: 'answered' | 'refused' | 'unanswered';
};

/** Two are tried in a second, none of them at the moment of a change. */
const everySeconds = 0.5;

/**
 * Gives the new connections: each goes to one of the row's candidates, by chance. A pod that does not listen refuses
 * it; from a pod or a node that is gone no answer comes. With nobody to send it to, the node refuses it (at the
 * socket always, for packets since v1.15; before that it is dropped).
 */
export function newConnections(
  { seed, version, client }: TerminationParameters,
  row: readonly Span<TableRow>[],
  lives: readonly PodLife[],
  end: number,
): NewConnection[] {
  const random = seededRandom(seed);
  const found: NewConnection[] = [];
  for (let at = startSeconds + everySeconds / 2; at < end; at += everySeconds) {
    const candidates = valueAt(row, at)?.candidates ?? [];
    const pod = candidates[Math.floor(random() * candidates.length)] ?? null;
    const life = pod === null ? undefined : lives[pod];
    if (life === undefined) {
      const isRefused = client === 'pod' || atLeast(version, 15);
      found.push({ at, pod: null, end: isRefused ? 'refused' : 'unanswered' });
    } else if (at < life.listensUntil) found.push({ at, pod, end: 'answered' });
    else found.push({ at, pod, end: at < life.exitAt ? 'refused' : 'unanswered' });
  }
  return found;
}

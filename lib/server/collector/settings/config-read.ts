import type { AgentStartFacts } from '@/lib/cilium/settings/change-since-start';
import type { ConfigHistory } from '@/lib/snapshot/agreement/config-history';
import type { AgentPodObject } from '@/lib/snapshot/objects/agent-pod-object';

type Pod = Pick<AgentPodObject, 'restarts' | 'createdTimestamp' | 'startedTimestamp'>;

function isSame(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}

/**
 * Tells when an agent's configuration was read, and what it found. An init container writes the configuration once a
 * pod (`build-config`, v1.13 and later): a container that started again in the same pod found what stood there at the
 * pod's beginning. Where something was written between the two, what it runs with is not known.
 */
export function configRead(
  { restarts, createdTimestamp, startedTimestamp }: Pod,
  history: ConfigHistory,
  labels: Readonly<Record<string, string>>,
): AgentStartFacts {
  const timestamp = restarts > 0 ? createdTimestamp : startedTimestamp;
  if (timestamp === null || startedTimestamp === null) return { startedMs: null, startedWith: null };
  const startedMs = Date.parse(timestamp);
  const startedWith = history.at(startedMs, labels);
  if (restarts === 0 || startedWith === null) return { startedMs, startedWith };
  const later = history.at(Date.parse(startedTimestamp), labels);
  return { startedMs, startedWith: later !== null && isSame(startedWith, later) ? startedWith : null };
}

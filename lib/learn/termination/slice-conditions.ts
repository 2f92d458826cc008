import type { PodLife } from './pod-life';
import type { Change } from './span';
import { startSeconds } from './span';
import type { TerminationParameters } from './termination-parameters';

/** The conditions of an endpoint in its EndpointSlice; null where it is not in it. */
export type Conditions = { ready: boolean; serving: boolean; terminating: boolean } | null;

/** From the end of the process until the pod, and its endpoint with it, is taken out of the API. */
const removedAfterSeconds = 1;

/**
 * Gives how the control plane writes an endpoint's conditions. `ready` is false for a pod that terminates, unless the
 * Service publishes addresses that are not ready; `serving` says whether the pod is ready all the same. A node that
 * dies tells nobody: its pods stay as they were until it is found lost, and terminate once they are evicted
 * (recorded as node-lost for 1.21-dev; how long either takes is not Cilium's to decide).
 */
export function sliceConditions(
  { ending, failsReadiness, publishesNotReady, noticedSeconds, evictedSeconds }: TerminationParameters,
  { sigtermAt, exitAt }: PodLife,
): Change<Conditions>[] {
  const isReady = { ready: true, serving: true, terminating: false };
  const start = { at: startSeconds, value: isReady };
  const ready = publishesNotReady;
  if (ending === 'node-lost') {
    return [
      start,
      { at: noticedSeconds, value: { ready, serving: false, terminating: false } },
      { at: noticedSeconds + evictedSeconds, value: { ready, serving: false, terminating: true } },
    ];
  }
  const stopped = { ready, serving: false, terminating: true };
  return [
    start,
    { at: 0, value: { ready, serving: true, terminating: true } },
    ...(failsReadiness && sigtermAt !== null ? [{ at: sigtermAt, value: stopped }] : []),
    { at: exitAt, value: stopped },
    { at: exitAt + removedAfterSeconds, value: null },
  ];
}

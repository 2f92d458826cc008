import type { BackendState } from '../backend';
import type { Release } from '../agent-version';
import { atLeast } from '../agent-version';
import type { EndpointInput } from './load-balancing-input';

/**
 * Gives the state an agent reads from the conditions of an endpoint; null when it leaves the endpoint out.
 *
 * - v1.18.5 and later: ready → active; terminating → terminating or terminating-not-serving;
 *   else maintenance (pkg/loadbalancer/reflectors; recorded for 1.21-dev in vectors/agent).
 * - before: not ready counts only while terminating and serving, and only with graceful termination on.
 */
export function backendState(
  endpoint: Pick<EndpointInput, 'ready' | 'serving' | 'terminating'>,
  version: Release,
  gracefulTermination: boolean,
): BackendState | null {
  const { ready = true, serving = ready, terminating = false } = endpoint;
  if (ready) return 'active';
  if (atLeast(version, 18, 5)) {
    if (!terminating) return 'maintenance';
    return serving ? 'terminating' : 'terminating-not-serving';
  }
  const followed = atLeast(version, 18) || (atLeast(version, 11) && gracefulTermination);
  return followed && terminating && serving ? 'terminating' : null;
}

import { atLeast } from '../agent-version';
import type { Frontend } from '../frontend';
import type { Doubt } from './doubt';
import type { ExpectedFrontend } from './expected-frontend';
import type { LoadBalancingCluster, NodeInput } from './load-balancing-input';

/**
 * Says why a row of an agent's table cannot be judged; null where it can.
 * @param expected the row expected under that key, if there is one.
 */
export function doubtOnRow(
  row: Pick<Frontend, 'type' | 'remote'>,
  expected: ExpectedFrontend | undefined,
  { version, settings, pods, redirectPolicies }: LoadBalancingCluster,
  node: NodeInput,
): Doubt | null {
  if (expected !== undefined && expected.doubt !== null) return expected.doubt;
  if (row.remote) return { about: 'row', reason: 'remote-clusters' };
  if (row.type === 'LocalRedirect' && expected?.type !== 'LocalRedirect') {
    if (redirectPolicies === null && settings.localRedirectPolicies !== false) {
      return { about: 'row', reason: 'policies-unread' };
    }
    if (pods === null) return { about: 'row', reason: 'pods-unread' };
  }
  if (expected !== undefined) return null;
  if (row.type === 'HostPort' && pods === null) return { about: 'row', reason: 'pods-unread' };
  const ofNode = row.type === 'HostPort' || row.type === 'NodePort';
  return ofNode && node.nodePortAddresses === null && !atLeast(version, 18)
    ? { about: 'row', reason: 'node-address-unknown' }
    : null;
}

import { atLeast } from '../agent-version';
import type { Forwarding } from './forwarding';
import type { IPFamily } from './packet';
import type { PathNode, ServicePolicies } from './packet-question';
import type { Hook } from './packet-walk';

/**
 * Gives where a node translates what comes from outside: in the driver (XDP) where acceleration is on, else at the tc
 * or tcx ingress of the device. Since v1.19 XDP leaves Services of external policy Local to tc, where it costs less
 * (`lb_punt_etp_local`); DSR over Geneve has no XDP for IPv6, and neither has a change of IP family.
 */
export function outsideHook(
  { settings: { acceleration, version } }: PathNode,
  { externalTrafficPolicy }: Pick<ServicePolicies, 'externalTrafficPolicy'>,
  forwarding: Forwarding,
  family: IPFamily,
  changesFamily: boolean,
): Hook {
  const isPunted =
    (externalTrafficPolicy === 'Local' && atLeast(version, 19)) ||
    (forwarding === 'dsr-geneve' && family === 'IPv6') ||
    changesFamily;
  return acceleration === 'disabled' || isPunted ? 'tc ingress of the device' : 'xdp';
}

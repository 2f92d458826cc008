import { atLeast } from '../agent-version';
import type { DatapathSettings } from './datapath-settings';
import type { L4 } from './packet';
import type { ServicePolicies } from './packet-question';

/** How a packet from outside reaches a backend on another node. */
export type Forwarding = 'snat' | 'dsr-opt' | 'dsr-geneve' | 'dsr-ipip';

/** Gives the way a node forwards: hybrid is DSR for TCP, SNAT for all else; an annotation goes first where it is heeded. */
export function forwardingOf(
  { mode, dispatch, modeAnnotation }: DatapathSettings,
  protocol: L4,
  { forwardingMode }: Pick<ServicePolicies, 'forwardingMode'>,
): Forwarding {
  const asked = modeAnnotation && forwardingMode !== null ? forwardingMode : mode;
  const isDsr = asked === 'dsr' || (asked === 'hybrid' && protocol === 'TCP');
  return isDsr ? `dsr-${dispatch}` : 'snat';
}

/**
 * Says why an agent would not start with its way of forwarding; null where it would (rules of
 * pkg/kpr/initializer, docs: DSR routing matrix).
 */
export function refusedSettings({ mode, dispatch, tunnel, version }: DatapathSettings): string | null {
  if (mode === 'snat') return null;
  if (tunnel === 'vxlan') return `The agent does not start: mode ${mode} does not go with a VXLAN tunnel.`;
  if (tunnel === 'geneve' && dispatch !== 'geneve')
    return `The agent does not start: mode ${mode} in a Geneve tunnel takes the dispatch geneve, not ${dispatch}.`;
  if (mode === 'hybrid' && dispatch === 'ipip' && !atLeast(version, 18))
    return 'The agent does not start: hybrid does not go with the dispatch ipip (up to v1.17).';
  return null;
}

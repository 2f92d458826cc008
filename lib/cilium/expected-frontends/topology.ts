import type { Release } from '../agent-version';
import { atLeast } from '../agent-version';
import type { BackendCandidate } from './backends-of-service';
import type { Doubt } from './doubt';
import type { FrontendTemplate } from './frontends-of-service';
import type { LoadBalancingSettings, NodeInput, ServiceInput } from './load-balancing-input';

/**
 * True where hints of the EndpointSlices choose the backends: the annotations of topology aware routing (the
 * deprecated one first; `''` and `disabled` turn it off), else `trafficDistribution`: `PreferClose` since v1.16,
 * `PreferSameZone` and `PreferSameNode` as recorded for 1.21-dev.
 */
function asksForHints({ annotations, trafficDistribution }: ServiceInput, version: Release): boolean {
  const mode =
    annotations['service.kubernetes.io/topology-aware-hints'] ??
    annotations['service.kubernetes.io/topology-mode'] ??
    '';
  if (mode !== '' && mode.toLowerCase() !== 'disabled') return true;
  return trafficDistribution !== null && atLeast(version, 16);
}

/** True where a row's backends may differ from node to node because of topology hints. */
export function followsHints(
  { service, candidates, policy }: FrontendTemplate,
  version: Release,
  settings: LoadBalancingSettings,
): boolean {
  if (settings.serviceTopology === false || !asksForHints(service, version)) return false;
  // A Local policy turns hints off: the internal one since v1.18, the external one before.
  const off = atLeast(version, 18)
    ? service.internalTrafficPolicy === 'Local'
    : service.externalTrafficPolicy === 'Local' || policy === 'Local';
  return !off && candidates.some(({ hintZones, hintNodes }) => hintZones.length + hintNodes.length > 0);
}

export type Narrowed = { candidates: readonly BackendCandidate[]; doubt: Doubt['reason'] | null };

const isActive = ({ backend }: BackendCandidate): boolean => backend.state === 'active';

/** Narrows to backends hinted for the node; null where the hints say nothing for it. */
function hintedForNode(
  all: readonly BackendCandidate[],
  node: NodeInput,
): readonly BackendCandidate[] | null {
  const usable = all.filter(isActive);
  if (usable.length === 0 || !usable.every(({ hintNodes }) => hintNodes.length > 0)) return null;
  const near = all.filter(({ hintNodes }) => hintNodes.includes(node.name));
  return near.some(isActive) ? near : null;
}

/** Narrows backends to those hinted for the node, or for its zone, if every usable one has a hint. */
export function narrowByHints(
  template: FrontendTemplate,
  node: NodeInput,
  version: Release,
  settings: LoadBalancingSettings,
): Narrowed {
  const { candidates, service } = template;
  if (!followsHints(template, version, settings)) return { candidates, doubt: null };
  const forNode = atLeast(version, 19) ? hintedForNode(candidates, node) : null;
  const { zone } = node;
  const near =
    forNode ?? (zone === null ? [] : candidates.filter(({ hintZones }) => hintZones.includes(zone)));
  const complete = candidates.filter(isActive).every(({ hintZones }) => hintZones.length > 0);
  const narrows = forNode !== null || (zone !== null && complete && near.some(isActive));
  const doubt = ((): Narrowed['doubt'] => {
    if (zone === null && forNode === null) return null;
    if (settings.serviceTopology === null) return 'topology-unknown';
    // PreferSameZone and PreferSameNode came after v1.18, v1.18 changed its mind on what to do without a match.
    const young = service.trafficDistribution !== null && service.trafficDistribution !== 'PreferClose';
    const settled = atLeast(version, 21) || (!young && !(atLeast(version, 18) && !narrows));
    return settled || near.length === candidates.length ? null : 'zone-hints';
  })();
  return { candidates: narrows ? near : candidates, doubt };
}

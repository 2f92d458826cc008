import type { Release } from '../agent-version';
import { compareL3n4Addrs, isIPv6 } from './address-order';
import { exposedOnNode } from './annotations';
import { atLeast } from '../agent-version';
import type { BackendCandidate } from './backends-of-service';
import type { ExpectedBackend, ExpectedFrontend } from './expected-frontend';
import type { FrontendTemplate } from './frontends-of-service';
import type { LoadBalancingSettings, NodeInput } from './load-balancing-input';

/** True when a template gives the same row on every node of the cluster. */
export function isSameOnEveryNode(template: FrontendTemplate, version: Release): boolean {
  const { annotations } = template.service;
  return (
    template.policy === 'Cluster' &&
    (template.ip !== null || atLeast(version, 18)) &&
    annotations['service.cilium.io/node'] === undefined &&
    annotations['service.cilium.io/node-selector'] === undefined
  );
}

/** Narrows backends to those hinted for the node's zone or for the node, if every one has a hint. */
function hinted(
  { service, candidates }: FrontendTemplate,
  node: NodeInput,
  settings: LoadBalancingSettings,
): readonly BackendCandidate[] {
  if (!settings.serviceTopology) return candidates;
  const { trafficDistribution, annotations } = service;
  const mode = annotations['service.kubernetes.io/topology-mode'] ?? '';
  if (trafficDistribution === null && mode.toLowerCase() !== 'auto') return candidates;
  const usable = candidates.filter(({ backend }) => backend.state === 'active');
  if (usable.length > 0 && usable.every(({ hintNodes }) => hintNodes.length > 0)) {
    const near = candidates.filter(({ hintNodes }) => hintNodes.includes(node.name));
    if (near.some(({ backend }) => backend.state === 'active')) return near;
  }
  const { zone } = node;
  if (zone === null || !usable.every(({ hintZones }) => hintZones.length > 0)) return candidates;
  const near = candidates.filter(({ hintZones }) => hintZones.includes(zone));
  return near.some(({ backend }) => backend.state === 'active') ? near : candidates;
}

function backendsOn(
  template: FrontendTemplate,
  node: NodeInput,
  version: Release,
  settings: LoadBalancingSettings,
): ExpectedBackend[] {
  if (template.policy === 'Cluster') return hinted(template, node, settings).map(({ backend }) => backend);
  // Since v1.18 an endpoint without node name counts as local.
  const unplaced = atLeast(version, 18);
  return template.candidates
    .map(({ backend }) => backend)
    .filter(({ nodeName }) => nodeName === node.name || (unplaced && nodeName === null));
}

/** The addresses of a node port, or of a host port without host IP, in the order the agent makes the rows. */
export function wildcardAddresses(
  ipv6: boolean,
  node: NodeInput,
  version: Release,
): { ips: string[]; hiddenCopies: number } {
  const own = node.nodePortAddresses.filter((ip) => isIPv6(ip) === ipv6);
  const wildcard = ipv6 ? '::' : '0.0.0.0';
  // Since v1.18 the copies on the node's addresses are made only while the BPF maps are written.
  return atLeast(version, 18)
    ? { ips: [wildcard], hiddenCopies: own.length }
    : { ips: [...own, wildcard], hiddenCopies: 0 };
}

/** A frontend on a node's own address with a node port's number would take packets from the node port. */
function conflicts(
  { ip, port, type }: FrontendTemplate,
  node: NodeInput,
  settings: LoadBalancingSettings,
): boolean {
  const { min, max } = settings.nodePortRange;
  const foreign = type === 'LoadBalancer' || type === 'ExternalIPs';
  return foreign && port >= min && port <= max && ip !== null && node.addresses.includes(ip);
}

/** Gives the rows one node makes of the frontends of one Service, in the order in which their IDs are given. */
export function frontendsOnNode(
  templates: readonly FrontendTemplate[],
  node: NodeInput,
  version: Release,
  settings: LoadBalancingSettings,
): ExpectedFrontend[] {
  const rows: ExpectedFrontend[] = [];
  for (const template of templates) {
    const { service, type, ip, ipv6, port, protocol, scope, programmed } = template;
    if (atLeast(version, 17) && !exposedOnNode(service, node)) continue;
    if (conflicts(template, node, settings)) continue;
    const { ips, hiddenCopies } =
      ip === null ? wildcardAddresses(ipv6, node, version) : { ips: [ip], hiddenCopies: 0 };
    const backends = backendsOn(template, node, version, settings);
    for (const address of ips) {
      rows.push({
        ip: address,
        port,
        protocol,
        scope,
        type,
        namespace: service.namespace,
        name: service.name,
        extTrafficPolicy: service.externalTrafficPolicy,
        intTrafficPolicy: service.internalTrafficPolicy,
        healthCheckNodePort: service.healthCheckNodePort,
        backends,
        hiddenCopies,
        programmed,
      });
    }
  }
  // Since v1.18 the rows of a Service are reconciled in the order of the table: by address.
  if (atLeast(version, 18)) rows.sort(compareL3n4Addrs);
  return rows;
}

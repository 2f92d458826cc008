import type { Release } from '../agent-version';
import { atLeast } from '../agent-version';
import { compareL3n4Addrs, isIPv6 } from './address-order';
import { exposedOnNode, isForSomeNodes } from './annotations';
import type { Doubt } from './doubt';
import type { ExpectedBackend, ExpectedFrontend } from './expected-frontend';
import type { FrontendTemplate } from './frontends-of-service';
import type { LoadBalancingSettings, NodeInput } from './load-balancing-input';
import { followsHints, narrowByHints } from './topology';

/** True when a template's backends, and whether it is there at all, are the same on every node of the cluster. */
export function isSameOnEveryNode(
  template: FrontendTemplate,
  version: Release,
  settings: LoadBalancingSettings,
): boolean {
  return (
    template.policy === 'Cluster' &&
    !isForSomeNodes(template.service, version) &&
    !followsHints(template, version, settings)
  );
}

function backendsOn(
  template: FrontendTemplate,
  node: NodeInput,
  version: Release,
  settings: LoadBalancingSettings,
): { backends: ExpectedBackend[]; doubt: Doubt['reason'] | null } {
  const { candidates, doubt } = narrowByHints(template, node, version, settings);
  const backends = candidates.map(({ backend }) => backend);
  if (template.policy === 'Cluster') return { backends, doubt };
  // Since v1.18 an endpoint without node name counts as local.
  const unplaced = atLeast(version, 18);
  return {
    backends: backends.filter(({ nodeName }) => nodeName === node.name || (unplaced && nodeName === null)),
    doubt,
  };
}

export function wildcardAddress(ipv6: boolean): string {
  return ipv6 ? '::' : '0.0.0.0';
}

/**
 * The node's own addresses that a node port, or a host port without host IP, has a row for, beside its wildcard row.
 * Since v1.18 the copies on the node's addresses are made only while the BPF maps are written.
 */
export function ownAddresses(ipv6: boolean, node: NodeInput, version: Release): string[] {
  if (atLeast(version, 18)) return [];
  return (node.nodePortAddresses ?? []).filter((ip) => isIPv6(ip) === ipv6);
}

/** The addresses a template has rows on: its own, or those of a node port on this node. */
export function addressesOf(
  { ip, ipv6 }: FrontendTemplate,
  node: NodeInput,
  version: Release,
): readonly string[] {
  return ip === null ? [...ownAddresses(ipv6, node, version), wildcardAddress(ipv6)] : [ip];
}

/** A frontend on a node's own address with a node port's number would take packets from the node port. */
export function conflictsWithNodePorts(
  { ip, port, type }: FrontendTemplate,
  addresses: { has(ip: string): boolean },
  { nodePortRange: { min, max } }: LoadBalancingSettings,
): boolean {
  const foreign = type === 'LoadBalancer' || type === 'ExternalIPs';
  return foreign && port >= min && port <= max && ip !== null && addresses.has(ip);
}

/** One row of a template, with its address and backends. */
export function rowOf(
  template: FrontendTemplate,
  ip: string,
  backends: readonly ExpectedBackend[],
  doubt: Doubt | null,
  version: Release,
): ExpectedFrontend {
  const { service, port, protocol, scope, type, programmed } = template;
  return {
    ip,
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
    copiedToNodeAddresses: template.ip === null && atLeast(version, 18),
    programmed,
    doubt,
  };
}

/** Gives the rows one node makes of the frontends of one Service, in the order in which their IDs are given. */
export function frontendsOnNode(
  templates: readonly FrontendTemplate[],
  node: NodeInput,
  version: Release,
  settings: LoadBalancingSettings,
): ExpectedFrontend[] {
  const rows: ExpectedFrontend[] = [];
  const addresses = new Set(node.addresses);
  for (const template of templates) {
    if (!exposedOnNode(template.service, node, version)) continue;
    const conflicts = conflictsWithNodePorts(template, addresses, settings);
    // Recorded for 1.21-dev only.
    if (conflicts && atLeast(version, 21)) continue;
    const { backends, doubt } = backendsOn(template, node, version, settings);
    const unsure: Doubt | null =
      template.doubt ??
      (conflicts
        ? { about: 'row', reason: 'node-address-in-range' }
        : doubt === null
          ? null
          : { about: 'backends', reason: doubt });
    for (const address of addressesOf(template, node, version))
      rows.push(rowOf(template, address, backends, unsure, version));
  }
  // Since v1.18 the rows of a Service are reconciled in the order of the table: by address.
  if (atLeast(version, 18)) rows.sort(compareL3n4Addrs);
  return rows;
}

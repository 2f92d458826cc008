import type { Release } from '../agent-version';
import type { ServiceType } from '../frontend';
import type { L4Protocol, Scope } from '../l3n4-addr';
import { isIPv6 } from './address-order';
import { globalAffinity, hasScopeAnnotation, proxyOf } from './annotations';
import { atLeast } from '../agent-version';
import type { BackendCandidate } from './backends-of-service';
import { backendsOfService, printedProtocol } from './backends-of-service';
import type { Doubt } from './doubt';
import type {
  EndpointSliceInput,
  LoadBalancingSettings,
  ServiceInput,
  ServicePortInput,
  TrafficPolicy,
} from './load-balancing-input';
import type { ServiceRow } from './rows-of-service';
import { rowsOfService, tellsProtocolsApart } from './rows-of-service';

/** A frontend of a Service before a node is known: node ports have no address yet, local policies no backends. */
export type FrontendTemplate = {
  service: ServiceInput;
  /** null for a node port: every node puts its own addresses. */
  ip: string | null;
  ipv6: boolean;
  port: number;
  portName: string;
  /** The protocol of the Service's port; `protocol` is what the agent prints of it. */
  l4Protocol: L4Protocol;
  protocol: L4Protocol | null;
  scope: Scope;
  type: ServiceType;
  /** Which of the Service's policies decides on the backends of this row. */
  policy: TrafficPolicy;
  candidates: readonly BackendCandidate[];
  programmed: boolean;
  doubt: Doubt | null;
};

/** The scopes of a row and the policy of each: two where exactly one of the policies is Local. */
function scopesOf(
  { type }: ServiceRow,
  service: ServiceInput,
  version: Release,
  settings: LoadBalancingSettings,
): { scope: Scope; policy: TrafficPolicy }[] {
  const { externalTrafficPolicy: external } = service;
  // Up to v1.12 there was one policy, the external one.
  const followed = atLeast(version, 19) || (atLeast(version, 13) && settings.internalTrafficPolicy);
  const internal = followed ? service.internalTrafficPolicy : 'Cluster';
  if (type === 'ClusterIP') return [{ scope: 'external', policy: internal }];
  if (type === 'ExternalIPs' || external === internal) return [{ scope: 'external', policy: external }];
  return [
    { scope: 'external', policy: external },
    { scope: 'internal', policy: internal },
  ];
}

/** The backends of a Service that a port leads to. */
function candidatesOf(
  all: readonly BackendCandidate[],
  { name, protocol }: ServicePortInput,
  ipv6: boolean,
  version: Release,
): BackendCandidate[] {
  const named = (portName: string): boolean =>
    portName === name ||
    // Since v1.18 a frontend without port name takes any port; since v1.19 a backend without one fits any name.
    (name === '' && atLeast(version, 18)) ||
    (portName === '' && atLeast(version, 19));
  const fitting = all.filter(
    ({ backend, portName, protocol: offered }) =>
      isIPv6(backend.ip) === ipv6 && named(portName) && (offered === protocol || !atLeast(version, 18)),
  );
  // One port name leads to an address once; several may lead to the same.
  const [first] = fitting;
  if (fitting.every((one) => one.portName === first?.portName && one.protocol === first.protocol))
    return fitting;
  const addresses = new Set<string>();
  return fitting.filter(({ backend }) => {
    const address = `${backend.ip} ${backend.port}`;
    return !addresses.has(address) && addresses.add(address);
  });
}

function sameAddresses(a: readonly BackendCandidate[], b: readonly BackendCandidate[]): boolean {
  const addresses = new Set(a.map(({ backend }) => `${backend.ip} ${backend.port}`));
  return a.length === b.length && b.every(({ backend }) => addresses.has(`${backend.ip} ${backend.port}`));
}

/** True where rows of one port number lead elsewhere by the port that the agent happens to take. */
function dependsOnPick(
  service: ServiceInput,
  { port, ipv6 }: ServiceRow,
  all: readonly BackendCandidate[],
  version: Release,
  settings: LoadBalancingSettings,
): boolean {
  if (tellsProtocolsApart(version, settings)) return false;
  const rivals = service.ports.filter((other) => other !== port && other.port === port.port);
  if (rivals.length === 0) return false;
  const own = candidatesOf(all, port, ipv6, version);
  return rivals.some((other) => !sameAddresses(own, candidatesOf(all, other, ipv6, version)));
}

function isHeadless(service: ServiceInput): boolean {
  return (
    service.clusterIPs[0] === 'None' ||
    service.clusterIPs.length === 0 ||
    service.labels['service.kubernetes.io/headless'] !== undefined
  );
}

/** What cannot be known of all rows of a Service. */
function doubtOfService(
  service: ServiceInput,
  version: Release,
  settings: LoadBalancingSettings,
): Doubt | null {
  const proxy = proxyOf(service);
  if (proxy !== null && atLeast(version, 20)) return { about: 'backends', reason: 'proxy-port' };
  if (proxy === 'annotation' && !atLeast(version, 18)) {
    return { about: 'backends', reason: 'proxied-before-1.18' };
  }
  const told = atLeast(version, 19) || !atLeast(version, 17) || settings.protocolDifferentiation !== null;
  return told ? null : { about: 'row', reason: 'protocols-unknown' };
}

/**
 * Gives the frontends of one Service that are the same on every node: ClusterIP, load balancer and external IPs,
 * and node ports without their addresses. Headless and ExternalName Services have none, and up to v1.17 neither has
 * a Service without any EndpointSlice (`correlateEndpoints` in pkg/k8s/service_cache.go).
 */
export function frontendsOfService(
  service: ServiceInput,
  slices: readonly EndpointSliceInput[],
  version: Release,
  settings: LoadBalancingSettings,
): FrontendTemplate[] {
  const proxyName = service.labels['service.kubernetes.io/service-proxy-name'] ?? '';
  if (service.type === 'ExternalName' || isHeadless(service) || proxyName !== settings.serviceProxyName)
    return [];
  const affinity = settings.clusterMesh === false ? null : globalAffinity(service);
  const waits = slices.length === 0 && !atLeast(version, 18);
  if (waits && affinity === null) return [];
  const all = backendsOfService(slices, version, settings);
  const proxied = proxyOf(service) !== null && (atLeast(version, 20) || !atLeast(version, 18));
  const ofService: Doubt | null = waits
    ? { about: 'row', reason: 'remote-clusters' }
    : doubtOfService(service, version, settings);
  return rowsOfService(service, version, settings).flatMap((row) => {
    const candidates = proxied ? [] : candidatesOf(all, row.port, row.ipv6, version);
    // Since v1.18 affinity `local` asks other clusters only when no active backend is left here.
    const remote =
      affinity !== null &&
      !(
        affinity === 'local' &&
        atLeast(version, 18) &&
        candidates.some(({ backend }) => backend.state === 'active')
      );
    const ofBackends: Doubt['reason'] | null = remote
      ? 'remote-clusters'
      : candidates.some(({ disputed }) => disputed)
        ? 'two-slices'
        : dependsOnPick(service, row, all, version, settings)
          ? 'one-port-number'
          : null;
    return scopesOf(row, service, version, settings).map(({ scope, policy }): FrontendTemplate => ({
      service,
      ip: row.ip,
      ipv6: row.ipv6,
      port: row.number,
      portName: row.port.name,
      l4Protocol: row.port.protocol,
      protocol: printedProtocol(row.port.protocol, version, settings),
      scope,
      type: row.type,
      policy,
      candidates,
      programmed: settings.nodePort || row.type !== 'LoadBalancer' || !atLeast(version, 20),
      doubt:
        row.doubt ??
        ofService ??
        (scope === 'internal' && hasScopeAnnotation(service)
          ? { about: 'row', reason: 'scope-annotation' }
          : ofBackends === null
            ? null
            : { about: 'backends', reason: ofBackends }),
    }));
  });
}

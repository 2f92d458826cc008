import type { Release } from '../agent-version';
import type { ServiceType } from '../frontend';
import type { L4Protocol, Scope } from '../l3n4-addr';
import { isIPv6 } from './address-order';
import { exposedTypes } from './annotations';
import { atLeast } from '../agent-version';
import type { BackendCandidate } from './backends-of-service';
import { backendsOfService, printedProtocol } from './backends-of-service';
import type {
  EndpointSliceInput,
  LoadBalancingSettings,
  ServiceInput,
  ServicePortInput,
  TrafficPolicy,
} from './load-balancing-input';

/** A frontend of a Service before a node is known: node ports have no address yet, local policies no backends. */
export type FrontendTemplate = {
  service: ServiceInput;
  /** null for a node port: every node puts its own addresses. */
  ip: string | null;
  ipv6: boolean;
  port: number;
  protocol: L4Protocol | null;
  scope: Scope;
  type: ServiceType;
  /** Which of the Service's policies decides on the backends of this row. */
  policy: TrafficPolicy;
  candidates: readonly BackendCandidate[];
  programmed: boolean;
};

type Row = { type: ServiceType; ip: string | null; ipv6: boolean; port: ServicePortInput; number: number };

function portsOf(
  service: ServiceInput,
  version: Release,
  settings: LoadBalancingSettings,
): ServicePortInput[] {
  const apart = atLeast(version, 19) || (atLeast(version, 17) && settings.protocolDifferentiation);
  if (apart) return service.ports;
  const numbers = new Set<number>();
  return service.ports.filter(({ port }) => !numbers.has(port) && numbers.add(port));
}

function rowsOf(service: ServiceInput, version: Release, settings: LoadBalancingSettings): Row[] {
  const types = atLeast(version, 17) ? exposedTypes(service) : exposedTypes({ ...service, annotations: {} });
  const enabled = (ip: string): boolean => (isIPv6(ip) ? settings.ipv6 : settings.ipv4);
  const ports = portsOf(service, version, settings);
  const rows: Row[] = [];
  const add = (type: ServiceType, ips: readonly string[]): void => {
    if (!types.has(type)) return;
    for (const ip of ips.filter(enabled)) {
      for (const port of ports) rows.push({ type, ip, ipv6: isIPv6(ip), port, number: port.port });
    }
  };
  add('ClusterIP', service.clusterIPs);
  // Since v1.19 load balancer IPs are listed without kube-proxy replacement as well.
  const balanced = service.type === 'LoadBalancer' && (settings.nodePort || atLeast(version, 19));
  if (balanced) {
    add(
      'LoadBalancer',
      service.ingress.filter(({ ipMode }) => ipMode === 'VIP').map(({ ip }) => ip),
    );
  }
  if (settings.externalIPs || atLeast(version, 19)) add('ExternalIPs', service.externalIPs);
  if (settings.nodePort && service.type !== 'ClusterIP' && types.has('NodePort')) {
    const families = new Set(service.clusterIPs.filter(enabled).map(isIPv6));
    const numbers = new Set<string>();
    for (const ipv6 of [...families].sort()) {
      for (const port of service.ports) {
        const key = `${ipv6} ${port.nodePort}${atLeast(version, 17) ? ` ${port.protocol}` : ''}`;
        if (port.nodePort === 0 || numbers.has(key)) continue;
        numbers.add(key);
        rows.push({ type: 'NodePort', ip: null, ipv6, port, number: port.nodePort });
      }
    }
  }
  return rows;
}

/** The scopes of a row and the policy of each: two where exactly one of the policies is Local. */
function scopesOf({ type }: Row, service: ServiceInput): { scope: Scope; policy: TrafficPolicy }[] {
  const { externalTrafficPolicy: external, internalTrafficPolicy: internal } = service;
  if (type === 'ClusterIP') return [{ scope: 'external', policy: internal }];
  if (type === 'ExternalIPs' || external === internal) return [{ scope: 'external', policy: external }];
  return [
    { scope: 'external', policy: external },
    { scope: 'internal', policy: internal },
  ];
}

/**
 * Gives the frontends of one Service that are the same on every node: ClusterIP, load balancer and external IPs,
 * and node ports without their addresses. Headless and ExternalName Services have none.
 */
export function frontendsOfService(
  service: ServiceInput,
  slices: readonly EndpointSliceInput[],
  version: Release,
  settings: LoadBalancingSettings,
): FrontendTemplate[] {
  const headless =
    service.clusterIPs[0] === 'None' ||
    service.clusterIPs.length === 0 ||
    service.labels['service.kubernetes.io/headless'] !== undefined;
  const proxyName = service.labels['service.kubernetes.io/service-proxy-name'] ?? '';
  if (service.type === 'ExternalName' || headless || proxyName !== settings.serviceProxyName) return [];
  const all = backendsOfService(slices, version, settings);
  return rowsOf(service, version, settings).flatMap((row) => {
    const candidates = all.filter(
      ({ backend, portName, protocol }) =>
        portName === row.port.name &&
        (protocol === row.port.protocol || !atLeast(version, 18)) &&
        isIPv6(backend.ip) === row.ipv6,
    );
    return scopesOf(row, service).map(({ scope, policy }) => ({
      service,
      ip: row.ip,
      ipv6: row.ipv6,
      port: row.number,
      protocol: printedProtocol(row.port.protocol, version, settings),
      scope,
      type: row.type,
      policy,
      candidates,
      programmed: settings.nodePort || row.type !== 'LoadBalancer' || !atLeast(version, 21),
    }));
  });
}

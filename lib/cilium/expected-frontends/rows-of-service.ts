import type { Release } from '../agent-version';
import { atLeast } from '../agent-version';
import type { ServiceType } from '../frontend';
import { isIPv6 } from './address-order';
import { exposedTypes } from './annotations';
import type { Doubt } from './doubt';
import type { LoadBalancingSettings, ServiceInput, ServicePortInput } from './load-balancing-input';

/** A row a Service asks for, of one address family and port; scopes and backends come after. */
export type ServiceRow = {
  type: ServiceType;
  /** null for a node port. */
  ip: string | null;
  ipv6: boolean;
  port: ServicePortInput;
  number: number;
  doubt: Doubt | null;
};

/** Since v1.17 TCP and UDP on one port are two rows; v1.17 and v1.18 could be told otherwise. */
export function tellsProtocolsApart(version: Release, settings: LoadBalancingSettings): boolean {
  return atLeast(version, 19) || (atLeast(version, 17) && settings.protocolDifferentiation !== false);
}

function portsOf(
  service: ServiceInput,
  version: Release,
  settings: LoadBalancingSettings,
): ServicePortInput[] {
  if (tellsProtocolsApart(version, settings)) return service.ports;
  const numbers = new Set<number>();
  return service.ports.filter(({ port }) => !numbers.has(port) && numbers.add(port));
}

/** KEP-1860 came with Kubernetes 1.29: v1.14 does not know the field, v1.16 follows it. */
function vipsOf(service: ServiceInput, version: Release): { ip: string; doubt: Doubt | null }[] {
  const unsure: Doubt = { about: 'row', reason: 'load-balancer-ip-mode' };
  return service.ingress
    .filter(({ ipMode }) => ipMode === 'VIP' || !atLeast(version, 16))
    .map(({ ip, ipMode }) => ({ ip, doubt: ipMode === 'Proxy' && atLeast(version, 15) ? unsure : null }));
}

function nodePortRows(
  service: ServiceInput,
  version: Release,
  settings: LoadBalancingSettings,
): ServiceRow[] {
  const families = new Set(service.clusterIPs.map(isIPv6));
  const numbers = new Set<string>();
  const rows: ServiceRow[] = [];
  const apart = tellsProtocolsApart(version, settings);
  for (const ipv6 of [...families].sort()) {
    if (!(ipv6 ? settings.ipv6 : settings.ipv4)) continue;
    for (const port of service.ports) {
      const key = `${ipv6} ${port.nodePort}${apart ? ` ${port.protocol}` : ''}`;
      if (port.nodePort === 0 || numbers.has(key)) continue;
      numbers.add(key);
      const picked =
        !apart && service.ports.some((other) => other.port === port.port && other.nodePort !== port.nodePort);
      const doubt: Doubt | null = picked ? { about: 'row', reason: 'one-port-number' } : null;
      rows.push({ type: 'NodePort', ip: null, ipv6, port, number: port.nodePort, doubt });
    }
  }
  return rows;
}

/** Gives the rows a Service asks for under one configuration: the types it is exposed as, by address family and port. */
export function rowsOfService(
  service: ServiceInput,
  version: Release,
  settings: LoadBalancingSettings,
): ServiceRow[] {
  const types = exposedTypes(service, version);
  const ports = portsOf(service, version, settings);
  const rows: ServiceRow[] = [];
  const add = (type: ServiceType, vips: readonly { ip: string; doubt: Doubt | null }[]): void => {
    if (!types.has(type)) return;
    for (const { ip, doubt } of vips) {
      const ipv6 = isIPv6(ip);
      if (!(ipv6 ? settings.ipv6 : settings.ipv4)) continue;
      for (const port of ports) rows.push({ type, ip, ipv6, port, number: port.port, doubt });
    }
  };
  const sure = (ips: readonly string[]) => ips.map((ip) => ({ ip, doubt: null }));
  add('ClusterIP', sure(service.clusterIPs));
  // Since v1.19 load balancer IPs are listed without kube-proxy replacement as well.
  const balanced = service.type === 'LoadBalancer' && (settings.nodePort || atLeast(version, 19));
  if (balanced) add('LoadBalancer', vipsOf(service, version));
  if (settings.externalIPs || atLeast(version, 19)) add('ExternalIPs', sure(service.externalIPs));
  if (settings.nodePort && service.type !== 'ClusterIP' && types.has('NodePort')) {
    rows.push(...nodePortRows(service, version, settings));
  }
  return rows;
}

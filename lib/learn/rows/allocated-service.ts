import type { ServiceInput } from '@/lib/cilium/expected-frontends/load-balancing-input';
import type { ClusterAround } from './cluster-around';
import type { IPFamily, ServiceManifest } from './service-manifest';

/** The addresses and ports that stand for what a cluster would allocate. */
const clusterIPs: Record<IPFamily, string> = { IPv4: '10.96.0.20', IPv6: 'fd00:10:96::20' };
const balancerIPs: Record<IPFamily, string> = { IPv4: '203.0.113.10', IPv6: '2001:db8:5::10' };
const firstNodePort = 30080;
const healthCheckPort = 32080;

function familyOf(ip: string): IPFamily {
  return ip.includes(':') ? 'IPv6' : 'IPv4';
}

/** The families of a Service: those it names, those of its addresses, or those that its policy asks for. */
export function familiesOf(service: ServiceManifest, { ipv6 }: ClusterAround): IPFamily[] {
  const known = service.clusterIPs.filter((ip) => ip !== 'None').map(familyOf);
  const named = service.ipFamilies.length > 0 ? service.ipFamilies : known;
  const families: IPFamily[] = named.length > 0 ? [...new Set(named)] : ['IPv4'];
  if (service.ipFamilyPolicy === 'SingleStack' && known.length < 2 && service.ipFamilies.length < 2)
    return families;
  const both: IPFamily[] = families[0] === 'IPv6' ? ['IPv6', 'IPv4'] : ['IPv4', 'IPv6'];
  return both.filter((family) => ipv6 || family === 'IPv4');
}

/**
 * Gives a Service as agents read it: with the cluster addresses and node ports that the API server allocates, and the
 * addresses that a load balancer gives. What is allocated is an example; the rules are Kubernetes'.
 */
export function allocatedService(service: ServiceManifest, around: ClusterAround): ServiceInput {
  const families = familiesOf(service, around);
  const isHeadless = service.clusterIPs[0] === 'None';
  const hasNodePorts =
    service.type === 'NodePort' || (service.type === 'LoadBalancer' && service.allocateLoadBalancerNodePorts);
  const taken = new Set(service.ports.map(({ nodePort }) => nodePort));
  const free = (): number => {
    let port = firstNodePort;
    while (taken.has(port)) port += 1;
    taken.add(port);
    return port;
  };
  const ownIPs = families.map(
    (family) => service.clusterIPs.find((ip) => familyOf(ip) === family) ?? clusterIPs[family],
  );
  const given = around.hasLoadBalancer
    ? families.map((family) => ({ ip: balancerIPs[family], ipMode: 'VIP' as const }))
    : [];
  const needsHealth = service.type === 'LoadBalancer' && service.externalTrafficPolicy === 'Local';
  return {
    namespace: service.namespace,
    name: service.name,
    type: service.type,
    clusterIPs: service.type === 'ExternalName' ? [] : isHeadless ? ['None'] : ownIPs,
    externalIPs: service.externalIPs,
    ingress: service.type === 'LoadBalancer' ? (service.ingress ?? given) : [],
    ports: service.ports.map(({ name, port, protocol, nodePort }) => ({
      name,
      port,
      protocol,
      nodePort: nodePort ?? (hasNodePorts ? free() : 0),
    })),
    externalTrafficPolicy: service.externalTrafficPolicy,
    internalTrafficPolicy: service.internalTrafficPolicy,
    healthCheckNodePort: needsHealth ? service.healthCheckNodePort || healthCheckPort : 0,
    trafficDistribution: service.trafficDistribution,
    annotations: service.annotations,
    labels: service.labels,
  };
}

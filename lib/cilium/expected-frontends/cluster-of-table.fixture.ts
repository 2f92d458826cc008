import type { Backend } from '../backend';
import type { Frontend } from '../frontend';
import { formatL3n4Addr } from '../l3n4-addr';
import { isIPv6 } from './address-order';
import { endpoint, endpointSlice, pod, service } from './cluster.fixture';
import type {
  EndpointSliceInput,
  LoadBalancingCluster,
  PodInput,
  RedirectPolicyInput,
  ServiceInput,
} from './load-balancing-input';

/** A table that no cluster of Services, pods and policies makes: what is wrong with it. */
export class NoSuchClusterError extends Error {
  override name = 'NoSuchClusterError';
}

type Objects = Pick<LoadBalancingCluster, 'services' | 'endpointSlices' | 'pods' | 'redirectPolicies'> & {
  nodeAddresses: string[];
};

const protocolOf = ({ protocol }: Frontend): 'TCP' | 'UDP' | 'SCTP' | 'ANY' | 'NONE' => protocol ?? 'TCP';
const isWildcard = (ip: string): boolean => ip === '0.0.0.0' || ip === '::';
const portName = (row: Frontend): string => `p${row.port}-${protocolOf(row).toLowerCase()}`;
const backendsKey = ({ backends, protocol, ip }: Frontend): string =>
  [String(isIPv6(ip)), protocol ?? '', ...backends.map(formatL3n4Addr).sort()].join(' ');

function conditionsOf({ state }: Backend): { ready: boolean; serving: boolean; terminating: boolean } {
  return {
    ready: state === 'active' || state === null,
    serving: state !== 'terminating-not-serving' && state !== 'maintenance',
    terminating: state === 'terminating' || state === 'terminating-not-serving',
  };
}

function slicesOf(name: string, row: Frontend): EndpointSliceInput[] {
  const base = {
    serviceName: name,
    addressType: isIPv6(row.ip) ? ('IPv6' as const) : ('IPv4' as const),
  };
  const ports = (port: number) => [{ name: portName(row), port, protocol: protocolOf(row) }];
  const slices = row.backends.map((backend, at) =>
    endpointSlice({
      ...base,
      name: `${name}-${portName(row)}-${at}`,
      ports: ports(backend.port),
      endpoints: [endpoint(backend.ip, null, conditionsOf(backend))],
    }),
  );
  // A Service without backends has a slice without endpoints.
  return slices.length > 0
    ? slices
    : [endpointSlice({ ...base, name: `${name}-none`, ports: [], endpoints: [] })];
}

/** One Service for each cluster IP, with the ports of its rows. */
function servicesOf(rows: readonly Frontend[]): { service: ServiceInput; rows: Frontend[] }[] {
  const byIP = new Map<string, Frontend[]>();
  for (const row of rows.filter(({ type }) => type === 'ClusterIP')) {
    byIP.set(row.ip, [...(byIP.get(row.ip) ?? []), row]);
  }
  return [...byIP].map(([ip, own]) => ({
    rows: own,
    service: service({
      name: `of-${ip}`,
      clusterIPs: [ip],
      ports: own.map((row) => ({
        name: portName(row),
        port: row.port,
        protocol: protocolOf(row),
        nodePort: 0,
      })),
    }),
  }));
}

/**
 * Reads a node's table backwards: Services from cluster IPs, node ports and load balancer IPs given to the Service with
 * the same backends, pods from host ports, policies from redirected addresses, the node's addresses from node ports.
 * @throws NoSuchClusterError for rows that belong to no Service of the table.
 */
export function clusterOfTable(rows: readonly Frontend[]): Objects {
  const found = servicesOf(rows);
  const nodeAddresses = new Set<string>();
  const pods: PodInput[] = [];
  const redirectPolicies: RedirectPolicyInput[] = [];
  for (const row of rows) {
    const owner = (fits: (port: ServiceInput['ports'][number], own: Frontend) => boolean) => {
      for (const { service: candidate, rows: own } of found) {
        const at = own.findIndex((one, index) => {
          const port = candidate.ports[index];
          return port !== undefined && backendsKey(one) === backendsKey(row) && fits(port, one);
        });
        const port = candidate.ports[at];
        if (port !== undefined) return { candidate, port };
      }
      throw new NoSuchClusterError(`${formatL3n4Addr(row)} ${row.type} has the backends of no cluster IP`);
    };
    if (row.scope === 'internal') throw new NoSuchClusterError('policies are not in the table');
    if (row.type === 'NodePort' || row.type === 'HostPort') {
      if (!isWildcard(row.ip)) {
        nodeAddresses.add(row.ip);
        continue;
      }
    }
    if (row.type === 'NodePort') {
      const { candidate, port } = owner(({ nodePort }) => nodePort === 0);
      port.nodePort = row.port;
      if (candidate.type === 'ClusterIP') candidate.type = 'NodePort';
    } else if (row.type === 'LoadBalancer') {
      const { candidate } = owner((_port, own) => own.port === row.port);
      candidate.type = 'LoadBalancer';
      if (!candidate.ingress.some(({ ip }) => ip === row.ip))
        candidate.ingress.push({ ip: row.ip, ipMode: 'VIP' });
    } else if (row.type === 'ExternalIPs') {
      const { candidate } = owner((_port, own) => own.port === row.port);
      if (!candidate.externalIPs.includes(row.ip)) candidate.externalIPs.push(row.ip);
    } else if (row.type === 'HostPort') {
      const [backend] = row.backends;
      if (backend === undefined) throw new NoSuchClusterError('a host port without its pod');
      const hostPort = {
        hostPort: row.port,
        containerPort: backend.port,
        protocol: protocolOf(row),
        hostIP: '',
      };
      pods.push(
        pod({ name: `pod-${row.port}-${protocolOf(row)}`, ips: [backend.ip], hostPorts: [hostPort] }),
      );
    } else if (row.type === 'LocalRedirect') {
      const [backend] = row.backends;
      if (backend === undefined) throw new NoSuchClusterError('a redirect without its pod');
      const name = `redirect-${redirectPolicies.length}`;
      const port = { name: '', port: backend.port, protocol: protocolOf(row) };
      pods.push(pod({ name, labels: { name }, ips: [backend.ip], containerPorts: [port] }));
      redirectPolicies.push({
        namespace: 'shop',
        name,
        frontend: { ip: row.ip, ports: [{ ...port, port: row.port }] },
        backend: { selector: { matchLabels: { name }, matchExpressions: [] }, ports: [port] },
        nodeSelector: null,
      });
    } else if (row.type !== 'ClusterIP') {
      throw new NoSuchClusterError(`no object makes a row of type ${row.type}`);
    }
  }
  return {
    services: found.map((each) => each.service),
    endpointSlices: found.flatMap((each) => each.rows.flatMap((row) => slicesOf(each.service.name, row))),
    pods,
    redirectPolicies,
    nodeAddresses: [...nodeAddresses],
  };
}

import { atLeast } from '@/lib/cilium/agent-version';
import { isForSomeNodes, exposedOnNode } from '@/lib/cilium/expected-frontends/annotations';
import { releaseOf, type ClusterAround } from './cluster-around';
import type { NodeRows, RowsInput } from './rows-model';
import type { ServiceManifest } from './service-manifest';

/** What one might look for in a node's list, and why it is not there. */
export type AbsentRow = { what: string; why: string };

/** Says which rows a reader of the manifest may miss on a node, and why they are not there. */
export function absentRows(
  manifest: ServiceManifest,
  around: ClusterAround,
  input: RowsInput,
  { node, rows }: NodeRows,
): AbsentRow[] {
  const release = releaseOf(around.release);
  const all = whole(manifest, around, input, node);
  if (all !== null) return [all];
  const has = (type: string): boolean => rows.some(({ frontend }) => frontend.type === type);
  const absent: AbsentRow[] = [];
  const exposed = manifest.annotations['service.cilium.io/type'];
  const isNarrowed = exposed !== undefined && atLeast(release, 17);
  const isExternal = manifest.type === 'NodePort' || manifest.type === 'LoadBalancer';
  if (isNarrowed && isExternal && (!has('ClusterIP') || !has('NodePort')))
    absent.push({
      what: 'Rows of other types',
      why: `service.cilium.io/type: ${exposed} narrows the Service to that type (v1.17 and later).`,
    });
  if (isExternal && !around.kpr && !has('NodePort'))
    absent.push({
      what: 'NodePort',
      why: 'kube-proxy replacement is off: node ports are not Cilium’s to serve.',
    });
  if (manifest.type === 'LoadBalancer' && !has('LoadBalancer')) {
    if (input.service.ingress.length === 0)
      absent.push({ what: 'LoadBalancer', why: 'No load balancer gave the Service an address yet.' });
    else if (!around.kpr && !atLeast(release, 19))
      absent.push({
        what: 'LoadBalancer',
        why: 'kube-proxy replacement is off, and before v1.19 nothing is listed then.',
      });
    else if (input.service.ingress.every(({ ipMode }) => ipMode === 'Proxy'))
      absent.push({
        what: 'LoadBalancer',
        why: 'ipMode Proxy: packets are to go through the load balancer itself.',
      });
  }
  if (
    manifest.type === 'LoadBalancer' &&
    !manifest.allocateLoadBalancerNodePorts &&
    manifest.ports.every(({ nodePort }) => nodePort === null)
  )
    absent.push({ what: 'NodePort', why: 'allocateLoadBalancerNodePorts is false: there is no node port.' });
  if (manifest.externalIPs.length > 0 && !has('ExternalIPs') && !around.kpr)
    absent.push({ what: 'ExternalIPs', why: 'kube-proxy replacement is off.' });
  if (!around.ipv6 && manifest.ipFamilyPolicy !== 'SingleStack')
    absent.push({ what: 'IPv6', why: 'The cluster and Cilium have IPv4 only: the Service has one family.' });
  if (around.hostPort >= 30000 && around.hostPort <= 32767)
    absent.push({ what: 'HostPort', why: 'The port lies in the range of node ports: Cilium ignores it.' });
  else if (around.hostPort > 0 && !around.kpr)
    absent.push({ what: 'HostPort', why: 'kube-proxy replacement is off.' });
  if (!atLeast(release, 17) && samePorts(manifest))
    absent.push({
      what: 'A row for each protocol',
      why: 'Up to v1.16 ports of one number share a row: the agent takes one of them.',
    });
  return absent;
}

/** What leaves a Service without any row on a node. */
function whole(
  manifest: ServiceManifest,
  around: ClusterAround,
  { service, slices, nodes }: RowsInput,
  node: string,
): AbsentRow | null {
  const release = releaseOf(around.release);
  const what = 'Every row of the Service';
  if (manifest.type === 'ExternalName')
    return { what, why: 'ExternalName is a name in DNS. There is nothing for a load balancer to do.' };
  if (service.clusterIPs[0] === 'None')
    return { what, why: 'Headless: DNS answers with the addresses of the pods. No address stands for them.' };
  const own = nodes.find(({ name }) => name === node);
  if (own !== undefined && isForSomeNodes(service, release) && !exposedOnNode(service, own, release))
    return {
      what,
      why: 'An annotation of service.cilium.io names other nodes: this one leaves the Service out.',
    };
  if (slices.length === 0 && !atLeast(release, 18))
    return { what, why: 'It has no EndpointSlice (no selector), and up to v1.17 an agent waits for one.' };
  if ((service.labels['service.kubernetes.io/service-proxy-name'] ?? '') !== '')
    return { what, why: 'The label service-proxy-name gives it to another proxy.' };
  return null;
}

function samePorts({ ports }: ServiceManifest): boolean {
  return new Set(ports.map(({ port }) => port)).size < ports.length;
}

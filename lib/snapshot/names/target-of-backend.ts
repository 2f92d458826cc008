import { splitAddressSuffix } from '@/lib/cilium/ip-address';
import type { BackendTarget } from '../frontend-view';
import type { Endpoint, EndpointSliceObject } from '../objects/endpoint-slice-object';
import type { NodeObject } from '../objects/node-object';
import type { PodObject } from '../objects/pod-object';
import type { NameIndex } from './name-index';

const nothing: BackendTarget = {
  kind: 'unknown',
  namespace: null,
  name: null,
  workload: null,
  node: null,
  zone: null,
};

/**
 * Says what runs at a backend's address: a pod, a node's own process, something outside the cluster, or nothing the API knows.
 * The port tells apart what shares a node's address: the API server, the agent, other pods in the host's network.
 */
export function targetOfBackend(names: NameIndex, backendIP: string, port: number): BackendTarget {
  const { address: ip, suffix } = splitAddressSuffix(backendIP);
  if (suffix.startsWith('@')) return nothing;
  const pod = livelierPod([...names.pods.get(ip)]);
  if (pod !== null) return podTarget(names, pod);
  const [node] = names.nodes.get(ip);
  if (node !== undefined) return hostTarget(names, ip, port, node);
  if (isAPIServerAddress(names, ip)) return { ...nothing, kind: 'outside', name: 'API server' };
  // Since v1.20 an L7 frontend has one backend on the node itself: its Envoy.
  if (ip === '127.0.0.1' || ip === '::1') return { ...nothing, kind: 'host', name: 'Envoy on the node' };
  const found = endpointOf(names, ip, port);
  if (found === null) return nothing;
  if (found.endpoint.pod !== null) {
    const { namespace, name } = found.endpoint.pod;
    const { nodeName, zone } = found.endpoint;
    return { kind: 'pod', namespace, name, workload: null, node: nodeName, zone };
  }
  return { ...nothing, kind: 'outside', namespace: found.namespace, name: found.slice };
}

function podTarget(names: NameIndex, pod: PodObject): BackendTarget {
  const { namespace, name, workload, node } = pod;
  const zone = node === null ? null : (names.nodeByName.get(node)?.zone ?? null);
  return { kind: 'pod', namespace, name, workload, node, zone };
}

function hostTarget(names: NameIndex, ip: string, port: number, node: NodeObject): BackendTarget {
  const isAPIServer = isAPIServerAddress(names, ip, port);
  const pod = isAPIServer ? null : (endpointOf(names, ip, port)?.endpoint.pod ?? null);
  return {
    kind: 'host',
    namespace: pod?.namespace ?? null,
    name: isAPIServer ? 'API server' : (pod?.name ?? node.name),
    workload: null,
    node: node.name,
    zone: node.zone,
  };
}

/** The Service `default/kubernetes` lists the API servers, by addresses that often no object of the cluster has. */
export function isAPIServerAddress(names: NameIndex, ip: string, port?: number): boolean {
  for (const slice of names.slices.get('default/kubernetes')) {
    if (port !== undefined && !hasPort(slice, port)) continue;
    if (slice.endpoints.some(({ addresses }) => addresses.includes(ip))) return true;
  }
  return false;
}

/** A slice without ports stands for every port. */
function hasPort({ ports }: EndpointSliceObject, port: number): boolean {
  return ports.length === 0 || ports.some((one) => one.port === null || one.port === port);
}

function endpointOf(
  names: NameIndex,
  ip: string,
  port: number,
): { namespace: string; slice: string; endpoint: Endpoint } | null {
  const slices = [...names.slicesByIp.get(ip)];
  for (const { namespace, name, endpoints } of [
    ...slices.filter((slice) => hasPort(slice, port)),
    ...slices,
  ]) {
    const endpoint = endpoints.find(({ addresses }) => addresses.includes(ip));
    if (endpoint !== undefined) return { namespace, slice: name, endpoint };
  }
  return null;
}

/** Addresses are used again: a pod that is finished may share one with a pod that runs. */
function livelierPod(pods: readonly PodObject[]): PodObject | null {
  const rank = ({ phase, terminating }: PodObject) =>
    (phase === 'Running' ? 0 : phase === 'Pending' ? 1 : 3) + (terminating ? 1 : 0);
  return pods.reduce<PodObject | null>(
    (best, pod) => (best === null || rank(pod) < rank(best) ? pod : best),
    null,
  );
}

import type { ConfigMapData } from '@/lib/cilium/settings/config-data';
import type { Release } from '@/lib/cilium/agent-version';

/** The releases to choose from: each minor, and v1.18 before and after its backends got a state more. */
export const releases = [
  ...['1.10', '1.11', '1.12', '1.13', '1.14', '1.15', '1.16', '1.17'],
  ...['1.18.4', '1.18.5', '1.19', '1.20', '1.21'],
] as const;
export type ReleaseName = string;

/** Gives the numbers of a release to choose. */
export function releaseOf(name: ReleaseName): Release {
  const [major = 1, minor = 0, patch = 0] = name.split('.').map(Number);
  return { major, minor, patch };
}

/** How far a pod is: `serving` and `gone` are on their way out, with and without an answer left in them. */
export const podStates = ['ready', 'not-ready', 'serving', 'gone'] as const;
export type PodState = (typeof podStates)[number];

export type AroundPod = {
  state: PodState;
  /** Addresses of a real pod; null: as the example counts them. */
  ips: { IPv4: string | null; IPv6: string | null } | null;
};

export type AroundNode = {
  name: string;
  /** The addresses on which its NodePorts listen, device by device. */
  ips: readonly string[];
  /** Empty: it has no zone. */
  zone: string;
  /** It has the label `service.cilium.io/node=edge`. */
  isEdge: boolean;
  pods: readonly AroundPod[];
};

/** What stands around a Service: everything but its manifest that its rows depend on. */
export type ClusterAround = {
  nodes: readonly AroundNode[];
  release: ReleaseName;
  kpr: boolean;
  /** The cluster and Cilium have IPv6 beside IPv4. */
  ipv6: boolean;
  /** `enable-service-topology`. */
  topology: boolean;
  /** `bpf-lb-proto-diff`, v1.17 and v1.18. */
  protocols: boolean;
  /** `enable-k8s-terminating-endpoint`, up to v1.17. */
  graceful: boolean;
  /** `enable-internal-traffic-policy`, v1.13 to v1.18. */
  internalPolicy: boolean;
  /** Somebody gives addresses to Services of type LoadBalancer. */
  hasLoadBalancer: boolean;
  /** The pods ask for this port of their node; 0: for none. */
  hostPort: number;
};

export const mostNodes = 4;
export const mostPodsOfNode = 6;

const exampleNode = (index: number, pods: number): AroundNode => ({
  name: `node-${index + 1}`,
  ips: [`192.0.2.${11 + index}`],
  zone: ['a', 'b', 'c', 'c'][index] ?? 'a',
  isEdge: index === 0,
  pods: Array.from({ length: pods }, () => ({ state: 'ready', ips: null })),
});

/** The node that is added as number `index`, from 0. */
export function nextNode(index: number): AroundNode {
  return exampleNode(index, 0);
}

/** What the simulator begins with: pods on two of three nodes. */
export const defaultAround: ClusterAround = {
  nodes: [exampleNode(0, 2), exampleNode(1, 1), exampleNode(2, 0)],
  release: '1.21',
  kpr: true,
  ipv6: false,
  topology: false,
  protocols: true,
  graceful: true,
  internalPolicy: true,
  hasLoadBalancer: true,
  hostPort: 0,
};

/** Gives the keys of `cilium-config` that these settings are; defaults of the release are left out. */
export function configOf(around: ClusterAround): ConfigMapData {
  const { minor } = releaseOf(around.release);
  const on = minor < 14 ? 'strict' : 'true';
  const off = minor < 14 ? 'disabled' : 'false';
  return {
    'kube-proxy-replacement': around.kpr ? on : off,
    'enable-ipv6': String(around.ipv6),
    ...(around.topology ? { 'enable-service-topology': 'true' } : {}),
    ...(around.protocols ? {} : { 'bpf-lb-proto-diff': 'false' }),
    ...(around.graceful ? {} : { 'enable-k8s-terminating-endpoint': 'false' }),
    ...(around.internalPolicy ? {} : { 'enable-internal-traffic-policy': 'false' }),
  };
}

/** Gives the addresses of a pod: its own, or those that an example on this place has. */
export function podAddress(
  pod: AroundPod,
  node: number,
  index: number,
  family: 'IPv4' | 'IPv6',
): string | null {
  if (pod.ips !== null) return pod.ips[family];
  return family === 'IPv4'
    ? `10.0.${node + 1}.${10 + index}`
    : `fd00:${node + 1}::${(16 + index).toString(16)}`;
}

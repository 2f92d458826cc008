import type { KubeObject } from '../../agent-contract';

export type NodeShape = {
  /** `{prefix}-01`. */
  prefix: string;
  count: number;
  /** The n-th node's InternalIP, from 0. */
  address(index: number): string;
  podCIDR(index: number): string;
  /** The same for IPv6, in a dual-stack cluster. */
  address6?(index: number): string;
  podCIDR6?(index: number): string;
  zones: string[];
  cpus?: number;
  memory?: string;
  /** Default: the kubelet's 110. */
  maxPods?: number;
  kernel?: string;
  labels?(index: number): Record<string, string>;
};

/** The n-th node's name: numbers with leading zeros, so that they sort. */
export function nodeName({ prefix, count }: NodeShape, index: number): string {
  return `${prefix}-${String(index + 1).padStart(Math.max(2, String(count).length), '0')}`;
}

/** The Node objects of a cluster of like machines. */
export function nodesOf(shape: NodeShape): KubeObject[] {
  const { count, zones, cpus = 8, memory = '32Gi', maxPods = 110, kernel = '6.8.0-63-generic' } = shape;
  return Array.from({ length: count }, (_, index) => {
    const name = nodeName(shape, index);
    const podCIDRs = [shape.podCIDR(index), ...(shape.podCIDR6 ? [shape.podCIDR6(index)] : [])];
    const addresses = [shape.address(index), ...(shape.address6 ? [shape.address6(index)] : [])];
    const resources = { cpu: String(cpus), memory, pods: String(maxPods) };
    return {
      apiVersion: 'v1',
      kind: 'Node',
      metadata: {
        name,
        labels: {
          'topology.kubernetes.io/region': zones[0]?.replace(/-?[a-z0-9]$/, '') ?? '',
          'topology.kubernetes.io/zone': zones[index % zones.length] ?? '',
          ...shape.labels?.(index),
        },
      },
      spec: { podCIDR: podCIDRs[0], podCIDRs },
      status: {
        addresses: [
          ...addresses.map((address) => ({ type: 'InternalIP', address })),
          { type: 'Hostname', address: name },
        ],
        capacity: resources,
        allocatable: resources,
        nodeInfo: {
          kernelVersion: kernel,
          osImage: 'Ubuntu 24.04.2 LTS',
          containerRuntimeVersion: 'containerd://1.7.27',
        },
      },
    };
  });
}

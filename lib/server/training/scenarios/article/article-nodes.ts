import type { KubeObject } from '../../agent-contract';
import type { NodeFacts } from '../../agent/node-facts';

/** The two t3.medium nodes of the article's cluster. */
export type ArticleNode = {
  name: string;
  ip: string;
  zone: string;
  /** Addresses that Cilium's ENI mode has ready for pods, beside the router's and the health endpoint's. */
  pool: string[];
  facts: Partial<NodeFacts>;
};

/**
 * The article took its status before its test pods were made, and its service list after. What a node says of its
 * endpoints and addresses is the status of that first moment: pods of these namespaces are not counted.
 */
const uncountedNamespaces = ['cilium-test', 'default'];

export const firstNode: ArticleNode = {
  name: 'ip-192-168-18-107.ec2.internal',
  ip: '192.168.18.107',
  zone: 'us-east-1a',
  pool: [
    '192.168.28.19',
    '192.168.11.178',
    '192.168.30.93',
    '192.168.12.66',
    '192.168.20.141',
    '192.168.25.37',
    '192.168.3.210',
    '192.168.9.118',
    '192.168.14.5',
    '192.168.22.73',
  ],
  facts: {
    devices: [
      { name: 'eth0', ips: ['192.168.18.107', 'fe80::8ff:c9ff:fe2b:91c7'], defaultRoute: true },
      // The second interface came when the node needed more addresses for pods.
      {
        name: 'eth1',
        ips: ['192.168.8.11', 'fe80::8ff:d2ff:fe5c:7e19'],
        defaultRoute: true,
        attachedLater: true,
      },
    ],
    routerIPs: ['192.168.17.24'],
    healthIPs: ['192.168.6.152'],
    ipamCapacity: 12,
    hubbleFlowsPerSecond: 3.05,
    uncountedNamespaces,
  },
};

export const secondNode: ArticleNode = {
  name: 'ip-192-168-53-201.ec2.internal',
  ip: '192.168.53.201',
  zone: 'us-east-1b',
  pool: [
    '192.168.51.102',
    '192.168.45.94',
    '192.168.36.17',
    '192.168.40.229',
    '192.168.47.61',
    '192.168.55.12',
    '192.168.58.190',
    '192.168.62.83',
  ],
  facts: {
    devices: [{ name: 'eth0', ips: ['192.168.53.201', 'fe80::c1f:4aff:fe90:d3b5'], defaultRoute: true }],
    routerIPs: ['192.168.41.230'],
    healthIPs: ['192.168.44.135'],
    ipamCapacity: 10,
    hubbleFlowsPerSecond: 0.37,
    uncountedNamespaces,
  },
};

export const articleNodes: readonly ArticleNode[] = [firstNode, secondNode];

/** The Node and the CiliumNode of one of them, as EKS and Cilium's operator made them. */
export function nodeObjects({ name, ip, zone, pool }: ArticleNode): KubeObject[] {
  const labels = {
    'alpha.eksctl.io/cluster-name': 'basic-cilium',
    'eks.amazonaws.com/capacityType': 'ON_DEMAND',
    'node.kubernetes.io/instance-type': 't3.medium',
    'topology.kubernetes.io/region': 'us-east-1',
    'topology.kubernetes.io/zone': zone,
  };
  return [
    {
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name, labels },
      status: {
        addresses: [
          { type: 'InternalIP', address: ip },
          { type: 'Hostname', address: name },
          { type: 'InternalDNS', address: name },
        ],
        capacity: { cpu: '2', memory: '3943128Ki', pods: '17' },
        allocatable: { cpu: '1930m', memory: '3388120Ki', pods: '17' },
      },
    },
    {
      apiVersion: 'cilium.io/v2',
      kind: 'CiliumNode',
      metadata: { name, labels },
      spec: {
        addresses: [{ ip, type: 'InternalIP' }],
        ipam: {
          pool: Object.fromEntries(
            pool.map((address) => [address, { resource: `eni-${name.slice(3, 17)}` }]),
          ),
        },
      },
    },
  ];
}

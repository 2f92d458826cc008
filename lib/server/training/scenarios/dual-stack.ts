import type { Scenario } from '../agent-contract';
import { createAgentFactory } from '../agent/create-agent';
import { app } from './parts/app';
import { clusterBase } from './parts/cluster-base';
import type { NodeShape } from './parts/nodes';
import { nodesOf } from './parts/nodes';

const shape: NodeShape = {
  prefix: 'node',
  count: 3,
  address: (index) => `172.18.0.${2 + index}`,
  address6: (index) => `fc00:f853:ccd:e793::${2 + index}`,
  podCIDR: (index) => `10.244.${index}.0/24`,
  podCIDR6: (index) => `fd00:10:244:${index + 1}::/64`,
  zones: ['berlin-1', 'berlin-2', 'berlin-3'],
};

const both = { ipFamilyPolicy: 'RequireDualStack', ipFamilies: ['IPv4', 'IPv6'] };
const only6 = { ipFamilyPolicy: 'SingleStack', ipFamilies: ['IPv6'] };

/** IPv4 and IPv6 side by side, on Cilium 1.16: no protocols in the table, one row for each node address. */
export const dualStack: Scenario = {
  name: 'dual-stack',
  title: 'IPv4 and IPv6',
  clusterName: 'dual-berlin',
  kubernetesVersion: 'v1.31.4',
  describe: 'Cilium 1.16.5, three nodes, every pod with two addresses; Services of one and of two families.',
  defaultSize: { nodes: 3, services: 9 },
  objects: () => [
    ...nodesOf(shape),
    ...clusterBase({
      ciliumVersion: '1.16.5',
      apiServers: ['172.18.0.2'],
      config: {
        'enable-ipv6': 'true',
        'routing-mode': 'native',
        'auto-direct-node-routes': 'true',
        'ipv4-native-routing-cidr': '10.244.0.0/16',
        'ipv6-native-routing-cidr': 'fd00:10:244::/48',
      },
    }),
    ...app({
      namespace: 'web',
      name: 'frontend',
      replicas: 3,
      type: 'LoadBalancer',
      ingress: ['198.51.100.20', '2001:db8:51:100::20'],
      spec: { ...both, externalTrafficPolicy: 'Local' },
    }),
    ...app({ namespace: 'web', name: 'api', replicas: 4, spec: both }),
    ...app({
      namespace: 'web',
      name: 'websocket',
      replicas: 2,
      type: 'NodePort',
      spec: { ...both, sessionAffinity: 'ClientIP' },
    }),
    ...app({
      namespace: 'telemetry',
      name: 'collector',
      replicas: 3,
      spec: { ...both, internalTrafficPolicy: 'Local' },
      containerPort: 4317,
    }),
    ...app({ namespace: 'telemetry', name: 'store', replicas: 2, spec: only6, containerPort: 9000 }),
    ...app({ namespace: 'legacy', name: 'billing', replicas: 2, type: 'NodePort' }),
    ...app({ namespace: 'legacy', name: 'reports', replicas: 1, spec: { externalIPs: ['198.51.100.77'] } }),
  ],
  agent: createAgentFactory({
    facts: (_name, node) => {
      const ips = (node?.status?.addresses ?? [])
        .filter(({ type }) => type === 'InternalIP')
        .map(({ address }) => address);
      const last = ips[0]?.split('.')[3] ?? '2';
      return { devices: [{ name: 'eth0', ips: [...ips, `fe80::42:acff:fe12:${last}`], defaultRoute: true }] };
    },
  }),
};

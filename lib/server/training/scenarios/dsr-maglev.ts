import type { Scenario } from '../agent-contract';
import { createAgentFactory } from '../agent/create-agent';
import { app } from './parts/app';
import { clusterBase } from './parts/cluster-base';
import type { NodeShape } from './parts/nodes';
import { nodesOf } from './parts/nodes';

const shape: NodeShape = {
  prefix: 'metal',
  count: 4,
  address: (index) => `192.0.2.${31 + index}`,
  podCIDR: (index) => `10.0.${index + 1}.0/24`,
  zones: ['rack-a', 'rack-b'],
  cpus: 32,
  memory: '128Gi',
};

/** Bare metal with everything the datapath has: native routing, DSR, Maglev, XDP where the driver allows it. */
export const dsrMaglev: Scenario = {
  name: 'dsr-maglev',
  title: 'DSR, Maglev and XDP',
  clusterName: 'metal-frankfurt',
  kubernetesVersion: 'v1.33.3',
  describe:
    'Cilium 1.18.2 on bare metal: native routing, DSR with IP options, Maglev, XDP best-effort, two network cards.',
  defaultSize: { nodes: 4, services: 9 },
  objects: () => [
    ...nodesOf(shape),
    ...clusterBase({
      ciliumVersion: '1.18.2',
      apiServers: ['192.0.2.21', '192.0.2.22', '192.0.2.23'],
      config: {
        'routing-mode': 'native',
        'auto-direct-node-routes': 'true',
        'ipv4-native-routing-cidr': '10.0.0.0/16',
        'enable-bpf-masquerade': 'true',
        'bpf-lb-mode': 'dsr',
        'bpf-lb-dsr-dispatch': 'opt',
        'bpf-lb-algorithm': 'maglev',
        'bpf-lb-maglev-table-size': '65521',
        'bpf-lb-maglev-hash-seed': 'q83vEjRWeJCrze8S',
        'bpf-lb-acceleration': 'best-effort',
        devices: 'ens1f0 ens1f1',
        'direct-routing-device': 'ens1f0',
      },
    }),
    ...app({
      namespace: 'video',
      name: 'edge',
      replicas: 4,
      type: 'LoadBalancer',
      ingress: ['203.0.113.10'],
      spec: { externalTrafficPolicy: 'Cluster' },
    }),
    ...app({
      namespace: 'video',
      name: 'ingest',
      replicas: 2,
      type: 'LoadBalancer',
      ingress: ['203.0.113.11'],
      spec: { externalTrafficPolicy: 'Local' },
    }),
    ...app({ namespace: 'video', name: 'transcoder', replicas: 6 }),
    ...app({
      namespace: 'dns',
      name: 'resolver',
      replicas: 3,
      type: 'LoadBalancer',
      ingress: ['203.0.113.53'],
      containerPort: 5353,
      ports: [
        { name: 'dns', port: 53, targetPort: 5353, protocol: 'UDP' },
        { name: 'dns-tcp', port: 53, targetPort: 5353 },
      ],
    }),
    ...app({
      namespace: 'ops',
      name: 'bastion',
      replicas: 1,
      type: 'NodePort',
      ports: [{ name: 'ssh', port: 22, targetPort: 2222 }],
    }),
    ...app({ namespace: 'ops', name: 'metrics', replicas: 2, spec: { internalTrafficPolicy: 'Local' } }),
  ],
  agent: createAgentFactory({
    facts: (name, node) => {
      const ip = node?.status?.addresses?.[0]?.address ?? '';
      const last = ip.split('.')[3] ?? '0';
      const mac = Number(last).toString(16);
      return {
        devices: [
          { name: 'ens1f0', ips: [ip, `fe80::ba3f:d2ff:fe1a:${mac}00`], defaultRoute: true },
          {
            name: 'ens1f1',
            ips: [`198.51.100.${last}`, `fe80::ba3f:d2ff:fe1a:${mac}01`],
            defaultRoute: false,
          },
        ],
        hubbleFlowsPerSecond: 180 + (name.length % 7) * 13,
      };
    },
  }),
};

import type { AgentStatus } from '@/lib/cilium/agent-status';
import type { LiveCluster, LiveRow } from './live-cluster';

/** A status that says only what tasks are judged on. */
function status(mode: string, algorithm: string): AgentStatus {
  const features = { nodePort: { enabled: true, mode, algorithm } };
  // The rest of a status is of no account here.
  return { kubeProxyReplacement: { mode: 'Strict', features } } as Partial<AgentStatus> as AgentStatus;
}

const nodes = ['worker-1.example', 'worker-2.example'];

/** A row of both agents. */
export const row = (partial: Partial<LiveRow>): LiveRow => ({
  ...{ ip: '10.100.0.10', port: 53, protocol: null, scope: 'external', type: 'ClusterIP' },
  ...{ service: 'kube-system/kube-dns', backends: [], nodes, ownBackends: false },
  ...partial,
});

const dns = [
  { ip: '10.0.0.7', port: 53, name: 'coredns-a', nodes },
  { ip: '10.0.1.9', port: 53, name: 'coredns-b', nodes },
];
const echo = [{ ip: '10.0.0.30', port: 8080, name: 'echo', nodes }];
const echoService = { service: 'test/echo', backends: echo };

/** Two agents of 1.13, one of which has a backend too many and another mode. */
export const driftedCluster: LiveCluster = {
  agents: [
    { node: 'worker-1.example', ips: ['192.0.2.11'], status: status('SNAT', 'Random') },
    { node: 'worker-2.example', ips: ['192.0.2.12'], status: status('DSR', 'Random') },
  ],
  rows: [
    row({ backends: dns }),
    row({ ...echoService, ip: '10.100.2.2', port: 8080 }),
    row({ ...echoService, ip: '0.0.0.0', port: 30_080, type: 'NodePort' }),
    row({ ...echoService, ip: '192.0.2.11', port: 30_080, type: 'NodePort', nodes: nodes.slice(0, 1) }),
    row({ service: 'test/other', ip: '203.0.113.5', port: 80, type: 'LoadBalancer', backends: echo }),
  ],
  problems: [
    {
      ...{ what: 'rows', kind: 'leftover-backend', nodes: ['worker-2.example'], service: 'test/echo' },
      difference:
        'Node worker-2 still has the backend 10.0.0.99:8080/TCP, which no EndpointSlice of test/echo has.',
    },
    {
      ...{ what: 'settings', kind: 'settings-differ', nodes: ['worker-1.example'], service: null },
      difference: 'worker-1 says SNAT.',
    },
  ],
  rollouts: [
    {
      ...{ isDone: true, isOver: true, chosenNodes: null },
      startedTimestamp: '2026-01-02T10:00:00.000Z',
      changes: [{ key: 'bpf-lb-algorithm', to: 'maglev' }],
    },
  ],
};

/** The same once it is repaired. */
export const agreedCluster: LiveCluster = { ...driftedCluster, problems: [] };

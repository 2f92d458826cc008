import { describe, expect, test } from 'vitest';
import type { AgentStatus } from '@/lib/cilium/agent-status';
import { agentView, backendView, frontendView } from '@/lib/snapshot/snapshot.fixture';
import {
  readMaglevLink,
  writeMaglevLink,
  maglevKeys,
  type MaglevLink,
} from '@/lib/learn/maglev/maglev-state';
import { clusterMaglev, clusterTables } from './cluster-tables';

const emptyLink = Object.fromEntries(maglevKeys.map((key) => [key, null])) as MaglevLink;
const nodes = ['a', 'b'];
const backends = (count: number, state: 'active' | 'terminating' = 'active') =>
  Array.from({ length: count }, (_, k) => backendView(`10.0.1.${k + 1}:8080/TCP`, { state, nodes }));
const service = (name: string) => ({ namespace: 'shop', name, portName: null });

const frontends = [
  frontendView('10.96.0.1:80/TCP', {
    type: 'ClusterIP',
    nodes,
    backends: backends(20),
    service: service('inside'),
  }),
  frontendView('203.0.113.1:80/TCP', {
    type: 'LoadBalancer',
    nodes,
    backends: backends(3),
    service: service('web'),
  }),
  frontendView('203.0.113.2:53/UDP', {
    type: 'LoadBalancer',
    nodes,
    backends: backends(30),
    service: service('crowd'),
  }),
  // A node port as agents of v1.17 print it: the wildcard, and each node's own address.
  frontendView('0.0.0.0:30080/TCP', {
    type: 'NodePort',
    nodes,
    backends: backends(3),
    service: service('web'),
  }),
  frontendView('192.0.2.1:30080/TCP', {
    type: 'NodePort',
    nodes: ['a'],
    backends: backends(3),
    service: service('web'),
  }),
  frontendView('192.0.2.2:30080/TCP', {
    type: 'NodePort',
    nodes: ['b'],
    backends: backends(3),
    service: service('web'),
  }),
];

function status(lutSize?: number): AgentStatus {
  return {
    kubeProxyReplacement: {
      mode: 'True',
      features: {
        nodePort: { enabled: true, algorithm: 'Maglev', ...(lutSize === undefined ? {} : { lutSize }) },
      },
    },
    sections: {},
    lines: {},
    unparsed: [],
  };
}

describe('the tables of a cluster', () => {
  test('are those of rows that clients outside reach, counted on one node; a wildcard has none', () => {
    expect(clusterTables(frontends)).toEqual({ count: 3, largest: { name: 'shop/crowd', backends: 30 } });
  });

  test('since v1.18 a wildcard stands for the address that is not printed', () => {
    const newer = frontends.filter(({ ip }) => !ip.startsWith('192.0.2.'));
    expect(clusterTables(newer)?.count).toBe(3);
  });

  test('are none where nobody outside reaches anything', () => {
    expect(clusterTables(frontends.slice(0, 1))).toBeNull();
    expect(clusterTables([])).toBeNull();
  });
});

describe('what the simulator is filled with', () => {
  test('is the size, the version, and the largest Service that letters can name', () => {
    const filled = clusterMaglev([agentView('a', { version: '1.18.2', status: status(65_521) })], frontends);
    expect(filled).toMatchObject({ size: 65_521, minor: 18, servicePort: 80 });
    expect(filled?.service?.name).toBe('shop/web');
    expect(filled?.service?.backends).toHaveLength(3);
  });

  test('fits into a link and comes out again', () => {
    const filled = clusterMaglev([agentView('a', { version: '1.18.2', status: status() })], frontends);
    const { state } = readMaglevLink(emptyLink);
    const parameters = { ...state.parameters, ...filled };
    expect(readMaglevLink(writeMaglevLink({ ...state, parameters }))).toEqual({
      state: { ...state, parameters },
      ignored: [],
    });
  });

  test('leaves out backends that are going, and is nothing while no agent has reported', () => {
    const going = [
      frontendView('203.0.113.1:80/TCP', {
        type: 'LoadBalancer',
        nodes,
        backends: [...backends(2), backendView('10.0.9.9:8080/TCP', { state: 'terminating', nodes })],
      }),
    ];
    expect(
      clusterMaglev([agentView('a', { version: '1.17.1', status: status() })], going)?.service?.backends,
    ).toHaveLength(2);
    expect(clusterMaglev([], frontends)).toBeNull();
    expect(clusterMaglev([agentView('a', { status: null, version: null })], frontends)).toBeNull();
  });
});

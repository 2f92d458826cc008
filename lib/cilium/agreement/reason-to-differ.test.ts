import { expect, test } from 'vitest';
import { endpointSlice, node, pod, service, settings } from '../expected-frontends/cluster.fixture';
import { expectedTable } from '../expected-frontends/expected-table';
import type { LoadBalancingCluster, ServiceInput } from '../expected-frontends/load-balancing-input';
import { reasonToDiffer } from './reason-to-differ';

const version = { major: 1, minor: 16, patch: 0 };
const nodes = [
  node,
  { ...node, name: 'node-2', nodePortAddresses: ['192.0.2.12'], addresses: ['192.0.2.12'] },
];

function reasons(change: Partial<ServiceInput>, rest: Partial<LoadBalancingCluster> = {}) {
  const web = service(change);
  const cluster = { version, settings, services: [web], endpointSlices: [endpointSlice()], pods: [], nodes };
  const table = expectedTable({ ...cluster, redirectPolicies: [], ...rest });
  return table
    .onNode(node)
    .map((row) => `${row.ip}:${row.port} ${reasonToDiffer(row, web, rest.version ?? version)}`);
}

test('a node port is on each node’s own addresses up to v1.17', () => {
  const ports = [{ name: 'http', port: 80, protocol: 'TCP' as const, nodePort: 30080 }];
  expect(reasons({ type: 'NodePort', ports })).toEqual([
    '192.0.2.11:30080 node-address',
    '198.51.100.11:30080 node-address',
  ]);
  expect(reasons({ type: 'NodePort', ports, externalTrafficPolicy: 'Local' })).toContain(
    '0.0.0.0:30080 traffic-policy',
  );
});

test('a Local policy', () => {
  expect(reasons({ internalTrafficPolicy: 'Local' })).toEqual(['10.96.0.20:80 traffic-policy']);
});

test('an annotation that chooses nodes', () => {
  const annotations = { 'service.cilium.io/node': 'edge' };
  expect(reasons({ annotations }, { version: { major: 1, minor: 18, patch: 0 } })).toEqual([]);
  const chosen = { ...node, labels: { 'service.cilium.io/node': 'edge' } };
  const web = service({ annotations });
  const newer = { major: 1, minor: 18, patch: 0 };
  const cluster = { settings, services: [web], endpointSlices: [endpointSlice()], pods: [], nodes: [chosen] };
  const table = expectedTable({ ...cluster, version: newer, redirectPolicies: [] });
  expect(table.onNode(chosen).map((row) => reasonToDiffer(row, web, newer))).toEqual(['chosen-nodes']);
});

test('host ports', () => {
  const hostPorts = [{ hostPort: 8080, containerPort: 80, protocol: 'TCP' as const, hostIP: '192.0.2.11' }];
  expect(reasons({}, { pods: [pod({ hostPorts })] })).toEqual(['192.0.2.11:8080 host-port']);
});

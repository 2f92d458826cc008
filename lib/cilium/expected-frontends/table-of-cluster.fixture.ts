import { formatL3n4Addr } from '../l3n4-addr';
import { endpointSlice, node, service, settings } from './cluster.fixture';
import type { ExpectedFrontend } from './expected-frontend';
import { expectedTable } from './expected-table';
import type { LoadBalancingCluster, NodeInput } from './load-balancing-input';

/** A release of v1. */
export const release = (minor: number, patch = 0) => ({ major: 1, minor, patch });

/** Two nodes in two zones. */
export const nodes: NodeInput[] = [
  { ...node, nodePortAddresses: ['192.0.2.11'], addresses: ['192.0.2.11'] },
  { ...node, name: 'node-2', zone: 'b', nodePortAddresses: ['192.0.2.12'], addresses: ['192.0.2.12'] },
];

/** A cluster of these nodes with the Service web of the newest agents. */
export function cluster(change: Partial<LoadBalancingCluster> = {}): LoadBalancingCluster {
  return {
    version: release(21),
    settings,
    services: [service()],
    endpointSlices: [endpointSlice()],
    pods: [],
    redirectPolicies: [],
    nodes,
    ...change,
  };
}

/** Rows as `ADDRESS TYPE BACKENDS ?DOUBT`, sorted. */
export const printed = (rows: readonly ExpectedFrontend[]): string[] =>
  rows
    .map((row) => {
      const doubt = row.doubt === null ? '' : ` ?${row.doubt.about}: ${row.doubt.reason}`;
      return `${formatL3n4Addr(row)} ${row.type}${row.backends.map((backend) => ` ${backend.ip}`).join('')}${doubt}`;
    })
    .sort();

/** What each node has of its own. */
export const onNodes = (input: LoadBalancingCluster): string[][] => {
  const table = expectedTable(input);
  return nodes.map((each) => printed(table.onNode(each)));
};

/** The Service web with a node port. */
export const nodePort = service({
  type: 'NodePort',
  ports: [{ name: 'http', port: 80, protocol: 'TCP', nodePort: 30080 }],
});

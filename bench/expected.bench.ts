import { expectedTable } from '@/lib/cilium/expected-frontends/expected-table';
import type { Figure } from './figure';
import { atMost, told } from './figure';
import { interleave } from './interleave';
import { largeCluster, sliceOf } from './large-cluster';

const rounds = 15;
const warmUpRounds = 5;

/** What it costs to know what the agents of a large cluster must have: once, after a change, and node by node. */
export function measure(): Figure[] {
  const cluster = largeCluster(21);
  const table = expectedTable(cluster);
  const older = expectedTable(largeCluster(16));
  const backends = table.shared.reduce((sum, row) => sum + row.backends.length, 0);
  let round = 0;
  const oneChanged = () => {
    round++;
    return { ...cluster, endpointSlices: cluster.endpointSlices.with(17, sliceOf(17, round)) };
  };
  const allNodes = ({ onNode, cluster: { nodes } }: typeof table) => nodes.map((node) => onNode(node).length);
  const [firstMs = NaN, changeMs = NaN, nodesMs = NaN, olderNodesMs = NaN] = interleave(
    [
      () => expectedTable(cluster),
      () => expectedTable(oneChanged(), table),
      () => allNodes(table),
      () => allNodes(older),
    ],
    rounds,
    warmUpRounds,
  );
  return [
    told('expected/shared-rows', table.shared.length, 'rows'),
    told('expected/shared-backends', backends, 'backends'),
    atMost('expected/first', firstMs, 'ms', 500),
    atMost('expected/one-service-changed', changeMs, 'ms', 50),
    atMost('expected/100-nodes-own-rows-1.21', nodesMs, 'ms', 200),
    atMost('expected/100-nodes-own-rows-1.16', olderNodesMs, 'ms', 500),
  ];
}

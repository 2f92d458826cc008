import type { FrontendView } from './frontend-view';
import { LabelSetPacker, unpackLabelSets } from './label-set-packer';
import type { PackedFrontend, PackedFrontends, PackedLabelSets, PackedNodeSets } from './live-event';
import { NodeSetPacker, unpackNodeSets } from './node-set-packer';

/**
 * Names each node, each set of nodes and each Service's labels once: on 100 nodes that agree, a table of 2,000 rows has
 * one set.
 */
export function packFrontends(frontends: readonly FrontendView[]): PackedFrontends {
  const packers = packersOf(frontends.flatMap(nodeListsOf));
  const items = frontends.map((frontend) => packRow(frontend, packers));
  return { ...packers.nodes.packed(), ...packers.labels.packed(), items };
}

/** Undoes `packFrontends`; rows of one set share one array. A set or a node that is not there is left out. */
export function unpackFrontends({ items, ...packed }: PackedFrontends): FrontendView[] {
  const unpackRow = rowUnpacker(packed);
  return items.map(unpackRow);
}

/** Every list of nodes of a row. */
export function nodeListsOf({ nodes, backends }: FrontendView): string[][] {
  return [nodes, ...backends.map((backend) => backend.nodes)];
}

/** What numbers the lists of one message. */
export type Packers = { nodes: NodeSetPacker; labels: LabelSetPacker };

/** @param nodeLists every list of nodes that will be packed. */
export function packersOf(nodeLists: Iterable<readonly string[]>): Packers {
  return { nodes: new NodeSetPacker(nodeLists), labels: new LabelSetPacker() };
}

/** A row with its lists as the packers number them. */
export function packRow(frontend: FrontendView, { nodes, labels }: Packers): PackedFrontend {
  return {
    ...frontend,
    labels: labels.pack(frontend.labels),
    nodes: nodes.pack(frontend.nodes),
    backends: frontend.backends.map((backend) => ({ ...backend, nodes: nodes.pack(backend.nodes) })),
  };
}

/** Gives what undoes `packRow` for the rows of one message. */
export function rowUnpacker(
  packed: PackedNodeSets & PackedLabelSets,
): (item: PackedFrontend) => FrontendView {
  const nodesOf = unpackNodeSets(packed);
  const labelsOf = unpackLabelSets(packed);
  return (item) => ({
    ...item,
    labels: labelsOf(item.labels),
    nodes: nodesOf(item.nodes),
    backends: item.backends.map((backend) => ({ ...backend, nodes: nodesOf(backend.nodes) })),
  });
}

import type { FrontendView } from './frontend-view';
import type { PackedFrontend, PackedFrontends } from './live-event';
import { NodeSetPacker, unpackNodeSets } from './node-set-packer';

/** Names each node and each set of nodes once: on 100 nodes that agree, a table of 2,000 rows has one set. */
export function packFrontends(frontends: readonly FrontendView[]): PackedFrontends {
  const packer = new NodeSetPacker(frontends.flatMap(nodeListsOf));
  const items = frontends.map((frontend) => packRow(frontend, packer));
  return { ...packer.packed(), items };
}

/** Undoes `packFrontends`; rows of one set share one array. A set or a node that is not there is left out. */
export function unpackFrontends({ items, ...packed }: PackedFrontends): FrontendView[] {
  const nodesOf = unpackNodeSets(packed);
  return items.map((item) => unpackRow(item, nodesOf));
}

/** Every list of nodes of a row. */
export function nodeListsOf({ nodes, backends }: FrontendView): string[][] {
  return [nodes, ...backends.map((backend) => backend.nodes)];
}

/** A row with its lists of nodes as the packer numbers them. */
export function packRow(frontend: FrontendView, packer: NodeSetPacker): PackedFrontend {
  return {
    ...frontend,
    nodes: packer.pack(frontend.nodes),
    backends: frontend.backends.map((backend) => ({ ...backend, nodes: packer.pack(backend.nodes) })),
  };
}

/** Undoes `packRow`. */
export function unpackRow(item: PackedFrontend, nodesOf: (set: number) => string[]): FrontendView {
  return {
    ...item,
    nodes: nodesOf(item.nodes),
    backends: item.backends.map((backend) => ({ ...backend, nodes: nodesOf(backend.nodes) })),
  };
}

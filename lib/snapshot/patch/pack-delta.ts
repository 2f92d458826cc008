import type { FrontendKey } from '@/lib/cilium/frontend';
import type { FrontendView } from '../frontend-view';
import type { PackedDelta } from '../live-event';
import { NodeSetPacker, unpackNodeSets } from '../node-set-packer';
import { nodeListsOf, packRow, unpackRow } from '../pack-frontends';
import type { FrontendPatch } from './frontend-patch';

/** What is new of rows: those the reader does not have, what changed of those it has, and those that are gone. */
export type RowDelta = { added: FrontendView[]; patched: FrontendPatch[]; removed: FrontendKey[] };

/** Writes each set of nodes once; a message that speaks of no nodes names none. */
export function packDelta({ added, patched, removed }: RowDelta): PackedDelta {
  const packer = new NodeSetPacker([...added.flatMap(nodeListsOf), ...patched.flatMap(listsOfPatch)]);
  const items = added.map((row) => packRow(row, packer));
  const patches = patched.map((patch) => convertNodes(patch, (nodes) => packer.pack(nodes)));
  return { ...packer.packed(), added: items, patched: patches, removed };
}

/** Undoes `packDelta`. */
export function unpackDelta({ nodeNames, nodeSets, added, patched, removed }: PackedDelta): RowDelta {
  const nodesOf = unpackNodeSets({ nodeNames, nodeSets });
  return {
    added: added.map((item) => unpackRow(item, nodesOf)),
    patched: patched.map((patch) => convertNodes(patch, nodesOf)),
    removed,
  };
}

function listsOfPatch({ nodes, backends = [] }: FrontendPatch): string[][] {
  const ofBackends = backends.map((patch) => {
    if ('backend' in patch) return patch.backend.nodes;
    return 'count' in patch ? undefined : patch.nodes;
  });
  return [nodes, ...ofBackends].filter((list) => list !== undefined);
}

function convertNodes<From, To>(
  { nodes, backends, ...patch }: FrontendPatch<From>,
  convert: (nodes: From) => To,
): FrontendPatch<To> {
  const converted: FrontendPatch<To> = patch;
  if (nodes !== undefined) converted.nodes = convert(nodes);
  converted.backends = backends?.map((backend) => {
    if ('backend' in backend) {
      return { backend: { ...backend.backend, nodes: convert(backend.backend.nodes) } };
    }
    if ('count' in backend) return backend;
    const { at, fields } = backend;
    return backend.nodes === undefined ? { at, fields } : { at, fields, nodes: convert(backend.nodes) };
  });
  return converted;
}

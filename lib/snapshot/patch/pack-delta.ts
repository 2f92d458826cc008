import type { FrontendKey } from '@/lib/cilium/frontend';
import type { FrontendView } from '../frontend-view';
import type { PackedDelta } from '../live-event';
import { unpackNodeSets } from '../node-set-packer';
import { nodeListsOf, packersOf, packRow, rowUnpacker } from '../pack-frontends';
import type { FrontendPatch } from './frontend-patch';

/** What is new of rows: those the reader does not have, what changed of those it has, and those that are gone. */
export type RowDelta = { added: FrontendView[]; patched: FrontendPatch[]; removed: FrontendKey[] };

/** Writes each set of nodes, and the labels that new rows share, once; a message that speaks of no nodes names none. */
export function packDelta({ added, patched, removed }: RowDelta): PackedDelta {
  const packers = packersOf([...added.flatMap(nodeListsOf), ...patched.flatMap(listsOfPatch)]);
  const items = added.map((row) => packRow(row, packers));
  const patches = patched.map((patch) => convertNodes(patch, (nodes) => packers.nodes.pack(nodes)));
  // Most messages have no new row, and each is to be short.
  const labels = added.length === 0 ? {} : packers.labels.packed();
  return { ...packers.nodes.packed(), ...labels, added: items, patched: patches, removed };
}

/** Undoes `packDelta`. */
export function unpackDelta({ added, patched, removed, ...packed }: PackedDelta): RowDelta {
  const nodesOf = unpackNodeSets(packed);
  return {
    added: added.map(rowUnpacker({ labelSets: [], ...packed })),
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

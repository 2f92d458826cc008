import type { FrontendKey } from '@/lib/cilium/frontend';
import type { FrontendView } from '@/lib/snapshot/frontend-view';
import type { BackendMark } from '../backend-mark';
import { backendMark, backendMarks } from '../backend-mark';
import type { Owner, ServiceBlock } from '../map/service-block';
import { byNamespace, groupFrontends, owners } from '../map/service-block';
import { BackendIds } from './backend-ids';
import { countBackends } from './count-backends';
import type { RowCodes } from './row-codes';
import { rowCodes } from './row-codes';
import { SearchMemory } from './search-memory';
import type { RowGroup } from '../group/row-group';

/** A frontend with what filters and counts ask of it, worked out once. */
export type IndexedFrontend = {
  view: FrontendView;
  owner: Owner;
  /** `namespace/name` of the owner, lower case. */
  ownerText: string;
};

/** The backends of all rows, row after row, in arrays that a count goes through in a fraction of a millisecond. */
export type BackendSlots = {
  /** Where the slots of each row start; one more than there are rows. */
  starts: Uint32Array;
  /** A number for each backend, equal for equal addresses (`BackendIds`). */
  ids: Uint32Array;
  /** The mark of each backend, as its place in `backendMarks`. */
  marks: Uint8Array;
  /** Every number in `ids` is below it. */
  idCount: number;
};

/** Every frontend in the order of the map, and what its Services are. Does not depend on a filter. */
export type FrontendIndex = {
  rows: readonly IndexedFrontend[];
  /** The Services, each with its part of `rows`: from `start`, as many as it has frontends. */
  blocks: readonly { block: ServiceBlock; start: number }[];
  groups: readonly RowGroup[];
  ownerByKey: ReadonlyMap<FrontendKey, Owner>;
  slots: BackendSlots;
  /** Different backend addresses. */
  backendCount: number;
  codes: RowCodes;
  searches: SearchMemory;
};

/** Builds the index. `ids` may be one of an earlier list: rows that stayed the same cost little then. */
export function indexFrontends(frontends: readonly FrontendView[], ids = new BackendIds()): FrontendIndex {
  ids.compact(frontends.reduce((slots, { backends }) => slots + backends.length, 0));
  const ownerByKey = owners(frontends, ids);
  const groups = groupFrontends(frontends, ownerByKey);
  const rows: IndexedFrontend[] = [];
  const blocks: { block: ServiceBlock; start: number }[] = [];
  for (const block of groups.flatMap((group) => group.blocks)) {
    blocks.push({ block, start: rows.length });
    const ownerText = `${block.namespace}/${block.name}`.toLowerCase();
    for (const view of block.frontends) {
      rows.push({ view, owner: block, ownerText });
    }
  }
  return completeIndex({ rows, blocks, ownerByKey }, ids);
}

/** Adds what follows from rows and blocks. */
export function completeIndex(
  { rows, blocks, ownerByKey }: Pick<FrontendIndex, 'rows' | 'blocks' | 'ownerByKey'>,
  ids: BackendIds,
): FrontendIndex {
  const slots = slotsOf(rows, ids);
  return {
    ...{ rows, blocks, ownerByKey, slots },
    groups: byNamespace(blocks.map(({ block }) => block)),
    backendCount: countBackends(slots, new Uint8Array(rows.length)).different,
    codes: rowCodes(rows),
    searches: new SearchMemory(),
  };
}

function slotsOf(rows: readonly IndexedFrontend[], backendIds: BackendIds): BackendSlots {
  const starts = new Uint32Array(rows.length + 1);
  for (const [at, { view }] of rows.entries()) starts[at + 1] = (starts[at] ?? 0) + view.backends.length;
  const count = starts[rows.length] ?? 0;
  const ids = new Uint32Array(count);
  const marks = new Uint8Array(count);
  for (const [at, { view }] of rows.entries()) {
    ids.set(backendIds.of(view), starts[at]);
    marks.set(marksOf(view), starts[at]);
  }
  return { starts, ids, marks, idCount: backendIds.size };
}

const markIndex = new Map<BackendMark, number>(backendMarks.map((mark, index) => [mark, index]));
const marksByView = new WeakMap<FrontendView, Uint8Array>();

function marksOf(view: FrontendView): Uint8Array {
  let marks = marksByView.get(view);
  if (marks === undefined) {
    marks = Uint8Array.from(view.backends, (backend) => markIndex.get(backendMark(view, backend)) ?? 0);
    marksByView.set(view, marks);
  }
  return marks;
}

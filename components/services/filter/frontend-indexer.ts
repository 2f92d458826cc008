import type { FrontendView } from '@/lib/snapshot/frontend-view';
import { serviceBlock } from '../map/service-block';
import { BackendIds } from './backend-ids';
import type { FrontendIndex } from './frontend-index';
import { completeIndex, indexFrontends } from './frontend-index';

/** More changed rows than this are indexed anew: then most of the work is theirs anyway. */
const mostReplaced = 500;

/**
 * Indexes a list that changes. Where a few rows changed and every row kept its place (a backend came, went or changed
 * its state), only the blocks of these are made again; else all of it is.
 */
export class FrontendIndexer {
  readonly ids = new BackendIds();
  #last: { frontends: readonly FrontendView[]; index: FrontendIndex } | null = null;

  /** The index of a list, the same as `indexFrontends` gives. */
  index(frontends: readonly FrontendView[]): FrontendIndex {
    const index = this.#updated(frontends) ?? indexFrontends(frontends, this.ids);
    this.#last = { frontends, index };
    return index;
  }

  #updated(frontends: readonly FrontendView[]): FrontendIndex | null {
    if (this.#last === null) return null;
    const { index, frontends: before } = this.#last;
    const replaced = replacedRows(before, frontends);
    if (replaced === null || !placesStay(index, replaced, this.ids)) return null;
    return replaced.size === 0 ? index : replaceRows(index, replaced, this.ids);
  }
}

function replaceRows(
  index: FrontendIndex,
  replaced: ReadonlyMap<FrontendView, FrontendView>,
  ids: BackendIds,
): FrontendIndex {
  const rows = [...index.rows];
  const blocks = [...index.blocks];
  for (const [at, { block, start }] of index.blocks.entries()) {
    if (!block.frontends.some((view) => replaced.has(view))) continue;
    const fresh = serviceBlock(
      block,
      block.frontends.map((view) => replaced.get(view) ?? view),
    );
    blocks[at] = { block: fresh, start };
    for (const [offset, view] of fresh.frontends.entries()) {
      const row = rows[start + offset];
      if (row !== undefined) rows[start + offset] = { ...row, view, owner: fresh };
    }
  }
  return completeIndex({ rows, blocks, ownerByKey: index.ownerByKey }, ids);
}

/** The rows that are not the same objects any more; null where rows came, went, moved or most are new. */
function replacedRows(
  before: readonly FrontendView[],
  now: readonly FrontendView[],
): ReadonlyMap<FrontendView, FrontendView> | null {
  if (before.length !== now.length) return null;
  const replaced = new Map<FrontendView, FrontendView>();
  for (let at = 0; at < now.length; at += 1) {
    const [old, view] = [before[at], now[at]];
    if (old === view || old === undefined || view === undefined) continue;
    if (old.key !== view.key || replaced.size >= mostReplaced) return null;
    replaced.set(old, view);
  }
  return replaced;
}

/**
 * True where no row changes its owner or its place. A row without a Service stands with the Service that has its
 * backend: where there are such rows, backends have to stay too.
 */
function placesStay(
  { rows }: FrontendIndex,
  replaced: ReadonlyMap<FrontendView, FrontendView>,
  ids: BackendIds,
): boolean {
  const backendsMatter = rows.some(({ view }) => view.service === null);
  for (const [old, view] of replaced) {
    if (old.type !== view.type) return false;
    if (old.service?.namespace !== view.service?.namespace || old.service?.name !== view.service?.name)
      return false;
    if (backendsMatter && ids.of(old).join() !== ids.of(view).join()) return false;
  }
  return true;
}

import type { BackendView, FrontendView } from '@/lib/snapshot/frontend-view';
import type { Depth } from '../group/zoom';
import type { RowMetrics } from './map-layout';
import type { FoldState, FoldedFrontend } from './node-address-fold';
import { foldNodeAddresses } from './node-address-fold';
import type { ServiceBlock } from './service-block';
import { backendKey } from './service-block';

export type FrontendRow = {
  y: number;
  view: FrontendView;
  block: ServiceBlock;
  /** The first of its block carries the Service's name. */
  first: boolean;
  row: FoldedFrontend;
  links: { backend: BackendRow; view: BackendView }[];
};

export type BackendRow = {
  y: number;
  key: string;
  view: BackendView;
  of: FrontendView;
  block: ServiceBlock;
  /** The frontends that have it. */
  frontends: FrontendRow[];
};

/** A whole block in one line, or its backends in one beside its frontends. */
export type SumRow = { y: number; block: ServiceBlock };

/** The rows of one block or of several, each list in the order of `y`, the top of a row in CSS pixels. */
export type BlockRows = {
  frontends: FrontendRow[];
  backends: BackendRow[];
  /** Blocks without any backend, at the place where one would stand. */
  empties: { y: number; block: ServiceBlock }[];
  /** Blocks drawn as one line. */
  lines: SumRow[];
  /** Blocks whose backends are summed up. */
  sums: SumRow[];
};

function shownFrontends(block: ServiceBlock, isOpen: FoldState): number {
  return block.mayFold ? foldNodeAddresses(block.frontends, isOpen).length : block.frontends.length;
}

/** Height of a block and the number of its rows, without making them. */
export function blockHeight(
  block: ServiceBlock,
  isOpen: FoldState,
  metrics: RowMetrics,
  depth: Depth = 'backends',
): { height: number; rows: number } {
  if (depth === 'services') return { height: metrics.frontend + 2 * metrics.linePadding, rows: 1 };
  const frontends = shownFrontends(block, isOpen);
  const backends = depth === 'frontends' ? 1 : Math.max(1, block.backendCount);
  const frontendsHeight = frontends * metrics.frontend;
  const backendsHeight = backends * metrics.backend;
  const content =
    metrics.arrangement === 'paired'
      ? Math.max(frontendsHeight, backendsHeight)
      : frontendsHeight + metrics.listGap + backendsHeight;
  return { height: content + metrics.service + 2 * metrics.blockPadding, rows: frontends + backends };
}

/** Makes the rows of a block whose top is at `top`. */
export function blockRows(
  block: ServiceBlock,
  top: number,
  isOpen: FoldState,
  metrics: RowMetrics,
  depth: Depth = 'backends',
): BlockRows {
  if (depth === 'services') {
    const y = top + metrics.linePadding;
    return { frontends: [], backends: [], empties: [], lines: [{ y, block }], sums: [] };
  }
  const listTop = top + metrics.blockPadding + metrics.service;
  const folded = foldNodeAddresses(block.frontends, isOpen);
  const frontendsHeight = folded.length * metrics.frontend;
  const backendRowCount = depth === 'frontends' ? 1 : Math.max(1, block.backendCount);
  const backendsHeight = backendRowCount * metrics.backend;
  const paired = metrics.arrangement === 'paired';
  const tallest = Math.max(frontendsHeight, backendsHeight);
  const frontendsTop = paired ? listTop + (tallest - frontendsHeight) / 2 : listTop;
  const backendsTop = paired
    ? listTop + (tallest - backendsHeight) / 2
    : listTop + frontendsHeight + metrics.listGap;

  const summed = depth === 'frontends' && block.backendCount > 0;
  const backends = summed
    ? []
    : block.backends.map((backend, index): BackendRow => ({
        ...backend,
        y: backendsTop + index * metrics.backend,
        block,
        frontends: [],
      }));
  const byKey = new Map(backends.map((row) => [row.key, row]));
  const frontends = folded.map((row, index): FrontendRow => {
    const made: FrontendRow = {
      y: frontendsTop + index * metrics.frontend,
      view: row.view,
      block,
      first: index === 0,
      row,
      links: [],
    };
    for (const view of row.view.backends) {
      const backend = byKey.get(backendKey(view));
      if (backend === undefined) continue;
      made.links.push({ backend, view });
      backend.frontends.push(made);
    }
    return made;
  });
  return {
    frontends,
    backends,
    empties: block.backendCount === 0 ? [{ y: backendsTop, block }] : [],
    lines: [],
    sums: summed ? [{ y: backendsTop, block }] : [],
  };
}

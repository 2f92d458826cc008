import type { BackendView, FrontendView } from '@/lib/snapshot/frontend-view';
import type { FoldState, FoldedFrontend } from './node-address-fold';
import { foldNodeAddresses } from './node-address-fold';
import type { LongestAddresses } from './map-columns';
import type { NamespaceGroup, ServiceBlock } from './service-block';
import { backendKey } from './service-block';

/** Heights in CSS pixels. `service` is a head of its own: 0 where the name stands in the first row (the map). */
export type RowMetrics = {
  /** `paired`: the two lists side by side, the shorter centred; `stacked`: one under the other (the phone's list). */
  arrangement: 'paired' | 'stacked';
  head: number;
  service: number;
  frontend: number;
  backend: number;
  blockPadding: number;
  blockGap: number;
  listGap: number;
  namespaceGap: number;
};

/** The map's rows (design-notes.md, "The map"). */
export const mapMetrics: RowMetrics = {
  arrangement: 'paired',
  head: 28,
  service: 0,
  frontend: 24,
  backend: 24,
  blockPadding: 2,
  blockGap: 2,
  listGap: 0,
  namespaceGap: 6,
};

export type HeadRow = { y: number; group: NamespaceGroup; collapsed: boolean };

export type FrontendRow = {
  y: number;
  view: FrontendView;
  block: ServiceBlock;
  /** The first of its block carries the Service's name. */
  first: boolean;
  row: FoldedFrontend;
  links: { backend: number; view: BackendView }[];
};

export type BackendRow = {
  y: number;
  key: string;
  view: BackendView;
  of: FrontendView;
  block: ServiceBlock;
  /** Indices of the frontends' rows that have it. */
  frontends: number[];
};

/** Every row with its place. Each list is in the order of `y`, which is the top of the row in CSS pixels. */
export type MapLayout = {
  heads: HeadRow[];
  frontends: FrontendRow[];
  backends: BackendRow[];
  /** Blocks without any backend, at the place where one would stand. */
  empties: { y: number; block: ServiceBlock }[];
  /** Tops of the blocks, and their heights. */
  blocks: { y: number; height: number; block: ServiceBlock }[];
  frontendIndex: Map<string, number>;
  height: number;
};

/** Places every row; linear in rows and links. */
export function layoutMap(
  groups: readonly NamespaceGroup[],
  isOpen: FoldState,
  isCollapsed: (namespace: string) => boolean,
  metrics: RowMetrics = mapMetrics,
): MapLayout {
  const layout: MapLayout = {
    heads: [],
    frontends: [],
    backends: [],
    empties: [],
    blocks: [],
    frontendIndex: new Map(),
    height: 0,
  };
  let y = 0;
  for (const [index, group] of groups.entries()) {
    if (index > 0) y += metrics.namespaceGap;
    const collapsed = isCollapsed(group.namespace);
    layout.heads.push({ y, group, collapsed });
    y += metrics.head;
    if (collapsed) continue;
    for (const [blockIndex, block] of group.blocks.entries()) {
      if (blockIndex > 0) y += metrics.blockGap;
      const height = placeBlock(layout, block, y, isOpen, metrics);
      layout.blocks.push({ y, height, block });
      y += height;
    }
  }
  layout.height = y;
  return layout;
}

function placeBlock(
  layout: MapLayout,
  block: ServiceBlock,
  top: number,
  isOpen: FoldState,
  metrics: RowMetrics,
): number {
  const rows = foldNodeAddresses(block.frontends, isOpen);
  const frontendsHeight = rows.length * metrics.frontend;
  const backendsHeight = Math.max(1, block.backends.length) * metrics.backend;
  const paired = metrics.arrangement === 'paired';
  const listTop = top + metrics.blockPadding + metrics.service;
  const tallest = Math.max(frontendsHeight, backendsHeight);
  const frontendsTop = paired ? listTop + (tallest - frontendsHeight) / 2 : listTop;
  const backendsTop = paired
    ? listTop + (tallest - backendsHeight) / 2
    : listTop + frontendsHeight + metrics.listGap;

  const indexByKey = new Map<string, number>();
  for (const [index, backend] of block.backends.entries()) {
    indexByKey.set(backend.key, layout.backends.length);
    layout.backends.push({ ...backend, y: backendsTop + index * metrics.backend, block, frontends: [] });
  }
  if (block.backends.length === 0) layout.empties.push({ y: backendsTop, block });

  for (const [index, row] of rows.entries()) {
    const links: FrontendRow['links'] = [];
    for (const view of row.view.backends) {
      const backend = indexByKey.get(backendKey(view));
      if (backend === undefined) continue;
      links.push({ backend, view });
      layout.backends[backend]?.frontends.push(layout.frontends.length);
    }
    layout.frontendIndex.set(row.view.key, layout.frontends.length);
    const y = frontendsTop + index * metrics.frontend;
    layout.frontends.push({ y, view: row.view, block, first: index === 0, row, links });
  }
  const content = paired ? tallest : frontendsHeight + metrics.listGap + backendsHeight;
  return content + metrics.service + 2 * metrics.blockPadding;
}

/** Characters of the longest addresses of a layout: columns are made wide enough for them. */
export function longestAddresses({ frontends, backends }: MapLayout): LongestAddresses {
  let frontend = 0;
  for (const { view, row } of frontends) {
    frontend = Math.max(frontend, addressLength(view) + (row.folds.length > 0 ? foldButtonCharacters : 0));
  }
  let backend = 0;
  for (const { view } of backends) backend = Math.max(backend, addressLength(view));
  return { frontend, backend };
}

const foldButtonCharacters = 5;

function addressLength({ ip, port }: { ip: string; port: number }): number {
  return ip.length + (ip.includes(':') ? 3 : 1) + String(port).length;
}

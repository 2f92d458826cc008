import type { BackendMark } from '../backend-mark';
import { backendMark, takesNoNewConnections } from '../backend-mark';
import type { BackendRow, FrontendRow } from './block-rows';
import type { MapLayout } from './map-layout';
import { mapMetrics, rowsIn } from './map-layout';
import type { MapColumns } from './map-columns';
import { linkClearance } from './map-columns';
import type { NodeColumn, NodeEndId } from './node-column';
import { nodeEndOf } from './node-column';
import type { Trace } from './trace';
import { isBackendOn, isFrontendOn } from './trace';

export type LinkDash = 'solid' | 'some-nodes' | 'no-new';

/** In drawing order: what matters more lies on top. */
export const linkTones = ['rest', 'quiet', 'bad', 'hover', 'selected', 'selected-bad'] as const;
export type LinkTone = (typeof linkTones)[number];

/** A curve from (x1, y1) to (x2, y2) in CSS pixels of the view; its control points lie half the gutter inwards. */
export type Link = { x1: number; y1: number; x2: number; y2: number; dash: LinkDash; tone: LinkTone };

export type LinkScene = {
  layout: MapLayout;
  columns: MapColumns;
  nodes: NodeColumn;
  /** How far the node rows are scrolled (more than eight nodes). */
  nodesScrollTop: number;
  scrollTop: number;
  viewHeight: number;
  selected: Trace;
  hovered: Trace;
  /** Block of the selected frontend: the links of its siblings step back. */
  selectedBlock: string | null;
};

/** A frontend with more backends than this draws the links to those in view only. */
const mostLinksOutOfView = 200;

/** The links of every row in view, sorted by tone. */
export function visibleLinks(scene: LinkScene): Link[] {
  const { layout, scrollTop, viewHeight } = scene;
  const bottom = scrollTop + viewHeight;
  const rows = rowsIn(layout, scrollTop, bottom);
  const inView = ({ y }: FrontendRow | BackendRow) => y > scrollTop - mapMetrics.frontend && y < bottom;
  const links: Link[] = [];
  for (const row of rows.frontends) {
    const own = inView(row);
    const all = own && row.links.length <= mostLinksOutOfView;
    for (const { backend, view } of row.links) {
      if (all || inView(backend)) links.push(frontendLink(scene, row, backend, view));
    }
  }
  for (const { y, block } of rows.sums) {
    for (const row of rows.frontends)
      if (row.block === block && inView(row)) links.push(sumLink(scene, row, y));
  }
  const ends = new Map<NodeEndId, BackendRow[]>();
  for (const row of rows.backends) {
    const end = inView(row) ? nodeEndOf(row.of, row.view) : null;
    if (end === null) continue;
    const list = ends.get(end);
    if (list) list.push(row);
    else ends.set(end, [row]);
  }
  for (const [end, of] of ends) addNodeLinks(links, scene, end, of);
  return links.sort((a, b) => linkTones.indexOf(a.tone) - linkTones.indexOf(b.tone));
}

function frontendLink(scene: LinkScene, from: FrontendRow, to: BackendRow, view: BackendRow['view']): Link {
  const { columns, selected, hovered, scrollTop } = scene;
  const mark = backendMark(from.view, view);
  const isSelected = isFrontendOn(selected, from);
  const sibling = from.block.id === scene.selectedBlock && !isSelected;
  return {
    x1: columns.frontends.left + columns.frontends.width + linkClearance,
    y1: from.y + mapMetrics.frontend / 2 - scrollTop,
    x2: columns.backends.left - linkClearance,
    y2: to.y + mapMetrics.backend / 2 - scrollTop,
    dash: dashOf(mark, view.nodes.length < from.view.nodes.length),
    tone: toneOf(
      mark,
      isSelected && isBackendOn(selected, to),
      isFrontendOn(hovered, from) && isBackendOn(hovered, to),
      sibling,
    ),
  };
}

/** From a frontend to the sum of its Service's backends. */
function sumLink(scene: LinkScene, from: FrontendRow, y: number): Link {
  const { columns, selected, hovered, scrollTop } = scene;
  const lit = isFrontendOn(hovered, from);
  return {
    x1: columns.frontends.left + columns.frontends.width + linkClearance,
    y1: from.y + mapMetrics.frontend / 2 - scrollTop,
    x2: columns.backends.left - linkClearance,
    y2: y + mapMetrics.backend / 2 - scrollTop,
    // Nodes with backends of their own: none has all that the sum counts.
    dash: dashOf(
      'active',
      from.view.backends.some(({ nodes }) => nodes.length < from.view.nodes.length),
    ),
    tone: isFrontendOn(selected, from) ? 'selected' : lit ? 'hover' : 'rest',
  };
}

function addNodeLinks(links: Link[], scene: LinkScene, end: NodeEndId, rows: readonly BackendRow[]): void {
  const { columns, nodes, selected, hovered, scrollTop, viewHeight } = scene;
  const place = nodes.byId.get(end);
  if (!place) return;
  const top = place.top - (nodes.density === 'row' ? scene.nodesScrollTop : 0);
  for (const [order, row] of rows.entries()) {
    const mark = backendMark(row.of, row.view);
    const y2 = top + (place.height * (order + 0.5)) / rows.length;
    links.push({
      x1: columns.backends.left + columns.backends.width + linkClearance,
      y1: row.y + mapMetrics.backend / 2 - scrollTop,
      x2: columns.nodes.left - 1,
      y2: Math.min(viewHeight + 40, Math.max(-40, y2)),
      dash: dashOf(mark, false),
      tone: toneOf(mark, isBackendOn(selected, row), isBackendOn(hovered, row), false),
    });
  }
}

function dashOf(mark: BackendMark, someNodes: boolean): LinkDash {
  if (mark === 'leftover' || someNodes) return 'some-nodes';
  return takesNoNewConnections(mark) ? 'no-new' : 'solid';
}

function toneOf(mark: BackendMark, selected: boolean, hovered: boolean, sibling: boolean): LinkTone {
  if (selected) return mark === 'leftover' ? 'selected-bad' : 'selected';
  if (hovered) return 'hover';
  if (mark === 'leftover') return 'bad';
  return sibling ? 'quiet' : 'rest';
}

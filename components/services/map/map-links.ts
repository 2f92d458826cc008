import type { BackendMark } from '../backend-mark';
import { backendMark, takesNoNewConnections } from '../backend-mark';
import type { BackendRow, FrontendRow, MapLayout } from './map-layout';
import { mapMetrics } from './map-layout';
import type { MapColumns } from './map-columns';
import { linkClearance } from './map-columns';
import type { NodeColumn, NodeEndId } from './node-column';
import { nodeEndOf } from './node-column';
import type { Trace } from './trace';
import { visibleRange } from './visible-range';

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
  const backends = visibleRange(layout.backends, scrollTop, bottom, mapMetrics.backend);
  const frontends = visibleRange(layout.frontends, scrollTop, bottom, mapMetrics.frontend);
  const links: Link[] = [];

  for (let index = frontends.start; index < frontends.end; index += 1) {
    const row = layout.frontends[index];
    if (row) addFrontendLinks(links, scene, row, index, backends);
  }
  const ends = new Map<NodeEndId, number[]>();
  for (let index = backends.start; index < backends.end; index += 1) {
    const row = layout.backends[index];
    if (!row) continue;
    for (const frontend of row.frontends) {
      const from = layout.frontends[frontend];
      if (!from || (frontend >= frontends.start && frontend < frontends.end)) continue;
      const link = from.links.find((candidate) => candidate.backend === index);
      if (link) links.push(frontendLink(scene, from, frontend, row, index, link.view));
    }
    const end = nodeEndOf(row.of, row.view);
    if (end === null) continue;
    const list = ends.get(end);
    if (list) list.push(index);
    else ends.set(end, [index]);
  }
  for (const [end, rows] of ends) addNodeLinks(links, scene, end, rows);
  return links.sort((a, b) => linkTones.indexOf(a.tone) - linkTones.indexOf(b.tone));
}

function addFrontendLinks(
  links: Link[],
  scene: LinkScene,
  row: FrontendRow,
  index: number,
  inView: { start: number; end: number },
): void {
  const all = row.links.length <= mostLinksOutOfView;
  for (const { backend, view } of row.links) {
    if (!all && (backend < inView.start || backend >= inView.end)) continue;
    const target = scene.layout.backends[backend];
    if (target) links.push(frontendLink(scene, row, index, target, backend, view));
  }
}

function frontendLink(
  scene: LinkScene,
  from: FrontendRow,
  frontend: number,
  to: BackendRow,
  backend: number,
  view: BackendRow['view'],
): Link {
  const { columns, selected, hovered, scrollTop } = scene;
  const mark = backendMark(from.view, view);
  const sibling = from.block.id === scene.selectedBlock && !selected.frontends.has(frontend);
  return {
    x1: columns.frontends.left + columns.frontends.width + linkClearance,
    y1: from.y + mapMetrics.frontend / 2 - scrollTop,
    x2: columns.backends.left - linkClearance,
    y2: to.y + mapMetrics.backend / 2 - scrollTop,
    dash: dashOf(mark, view.nodes.length < from.view.nodes.length),
    tone: toneOf(
      mark,
      selected.frontends.has(frontend) && selected.backends.has(backend),
      hovered.frontends.has(frontend) && hovered.backends.has(backend),
      sibling,
    ),
  };
}

function addNodeLinks(links: Link[], scene: LinkScene, end: NodeEndId, rows: readonly number[]): void {
  const { columns, nodes, selected, hovered, layout, scrollTop, viewHeight } = scene;
  const place = nodes.byId.get(end);
  if (!place) return;
  const top = place.top - (nodes.density === 'row' ? scene.nodesScrollTop : 0);
  for (const [order, index] of rows.entries()) {
    const row = layout.backends[index];
    if (!row) continue;
    const mark = backendMark(row.of, row.view);
    const y2 = top + (place.height * (order + 0.5)) / rows.length;
    links.push({
      x1: columns.backends.left + columns.backends.width + linkClearance,
      y1: row.y + mapMetrics.backend / 2 - scrollTop,
      x2: columns.nodes.left - 1,
      y2: Math.min(viewHeight + 40, Math.max(-40, y2)),
      dash: dashOf(mark, false),
      tone: toneOf(mark, selected.backends.has(index), hovered.backends.has(index), false),
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

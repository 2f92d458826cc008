import { formatL3n4Addr } from '@/lib/cilium/l3n4-addr';
import type { DrawnNode, MapDrawing } from '@/lib/export/map-drawing';
import type { Mask } from '@/lib/export/mask';
import { formatCount, formatPlural } from '@/lib/format';
import { shownAddress } from '../address';
import { backendMark, backendMarks } from '../backend-mark';
import { frontendVerdict, type FrontendVerdict } from '../frontend-verdict';
import { manyAgents } from '../map/frontend-row';
import { mapColumns } from '../map/map-columns';
import { layoutMap, longestAddresses, mapMetrics, rowsIn } from '../map/map-layout';
import type { ServiceBlock } from '../map/service-block';
import { visibleLinks } from '../map/map-links';
import { groupTitle } from '../group/row-group';
import { blockTotals, type Totals } from '../group/totals';
import { depthOf, isGroupCollapsed, type Openings } from '../group/zoom';
import type { FoldState } from '../map/node-address-fold';
import type { NodeColumn } from '../map/node-column';

import { noTrace } from '../map/trace';
import type { NodeFacts } from '../node-facts';
import { shortPodName, targetText } from '../pod-name';
import { countGroups, cutGroups, rowPixels } from './cut-groups';
import { maskGroup } from './mask-group';
import { pictureNodes } from './picture-nodes';
import type { RowGroup } from '../group/row-group';

export type PicturedMap = {
  groups: readonly RowGroup[];
  nodes: readonly NodeFacts[];
  ends: readonly ('gone' | 'outside')[];
  goneCount: number;
  agents: number;
  openings: Openings;
  isFoldOpen: (key: string) => boolean;
  /** A node's short name. */
  shortNode: (node: string) => string;
};

const pictureWidth = 1240;
const mostLinks = 20_000;

/**
 * Draws the map as on screen, with all rows instead of those in view, at most `mostRows` of them one below the other:
 * same groups, folds, order, columns and links. Names are masked before anything is placed.
 */
export function mapDrawingOf(map: PicturedMap, mask: Mask | null, mostRows: number): MapDrawing {
  const steps = mapDrawingSteps(map, mask, mostRows);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** The same with pauses in which a page can draw and listen. */
export function* mapDrawingSteps(
  map: PicturedMap,
  mask: Mask | null,
  mostRows: number,
): Generator<void, MapDrawing> {
  const most = mostRows * rowPixels;
  const isClosed = (value: string) => isGroupCollapsed(map.openings, value);
  const cut = cutGroups(map.groups, map.isFoldOpen, isClosed, most);
  yield;
  const { groups, isFoldOpen } =
    mask === null ? { groups: cut, isFoldOpen: map.isFoldOpen } : yield* maskedGroups(cut, mask, map);
  const closedShown = new Set(
    cut.flatMap((group, at) => (isClosed(group.value) ? [groups[at]?.value ?? group.value] : [])),
  );
  const depth = ({ id }: ServiceBlock) => depthOf(map.openings, id);
  const layout = layoutMap(groups, isFoldOpen, (value) => closedShown.has(value), mapMetrics, depth);
  const nodes = pictureNodes(map, mask, most);
  const height = Math.max(Math.min(layout.height, most), nodes.leastHeight) + 12;
  const column = nodes.place(height);
  const longest = longestAddresses(layout);
  const many = map.agents >= manyAgents;
  const columns = mapColumns(pictureWidth, many ? { ...longest, frontend: longest.frontend + 3 } : longest);
  const rows = rowsIn(layout, 0, most);
  const drawn = <Row extends { y: number }>(list: readonly Row[]) => list.filter(({ y }) => y < most);
  yield;
  const links = linksOf({ layout, columns, column, height, most });
  yield;
  const frontends = drawn(rows.frontends);
  const backends = drawn(rows.backends);
  const left = countGroups(map.groups, isClosed, depth);
  yield;
  return {
    columns,
    nodesCellWidth: many ? 56 : 36,
    height,
    heads: drawn(layout.heads).map(({ y, group, collapsed }, at) => ({
      y,
      title: groupTitle(group),
      note: collapsed
        ? `folded: ${countWords(countGroups([group], () => false))}`
        : servicesWords(group, map.groups[at] ?? group),
    })),
    frontends: frontends.map(({ y, view, block, first, row }) => {
      const verdict = frontendVerdict(view, map.agents);
      const folded = row.folds.length > 0 && !row.open ? ` +${row.folds.length}` : '';
      const shown = shownAddress(view);
      return {
        y,
        service: first ? block.name || 'not in the API' : null,
        address: shown.address,
        suffix: shown.suffix + folded,
        type: view.type ?? '–',
        nodes: nodesOf(verdict),
        about: `${formatL3n4Addr(view)}: ${verdict.text}`,
      };
    }),
    backends: backends.map(({ y, view, of }) => ({
      y,
      ...shownAddress({ ...view, scope: 'external' }),
      mark: backendMark(of, view),
      target: shortPodName(view.target),
      about: targetText(view.target),
    })),
    empties: drawn(rows.empties).map(({ y }) => ({ y })),
    lines: drawn(rows.lines).map(({ y, block }) => ({
      y,
      title: block.name || 'not in the API',
      note: `${formatPlural(block.frontends.length, 'frontend')}; ${markWords(blockTotals(block))}`,
    })),
    sums: drawn(rows.sums).map(({ y, block }) => ({ y, note: markWords(blockTotals(block)) })),
    links: links.slice(0, mostLinks),
    nodes: column.ends.map((end): DrawnNode => nodes.text(end.id, end.top, end.height)),
    counts: `${countWords(countGroups(map.groups, () => false))}, ${formatPlural(map.nodes.length, 'node')}`,
    leftOut: leftOutWords({
      rows: Math.max(
        0,
        left.frontends -
          frontends.reduce((count, { row }) => count + 1 + (row.open ? 0 : row.folds.length), 0),
      ),
      backends: Math.max(0, left.backends - backends.length),
      links: Math.max(0, links.length - mostLinks),
      nodes: nodes.leftOut,
      mostRows,
    }),
  };
}

/** The groups with placeholders, and which of their rows are unfolded: as those they stand for. */
function* maskedGroups(
  cut: readonly RowGroup[],
  mask: Mask,
  { isFoldOpen, openings }: PicturedMap,
): Generator<void, { groups: RowGroup[]; isFoldOpen: FoldState }> {
  const open = new Set<string>();
  const groups: RowGroup[] = [];
  for (const { blocks, ...group } of cut) {
    const closed = isGroupCollapsed(openings, group.value);
    const masked = maskGroup(mask, { ...group, blocks: closed ? blocks : [] }, closed);
    groups.push(masked);
    for (const block of closed ? [] : blocks) {
      for (const one of maskGroup(mask, { ...group, blocks: [block] }, false).blocks) {
        masked.blocks.push(one);
        for (const [at, { key }] of block.frontends.entries()) {
          const shown = one.frontends[at];
          if (shown !== undefined && isFoldOpen(key)) open.add(shown.key);
        }
      }
      yield;
    }
  }
  return { groups, isFoldOpen: (key) => open.has(key) };
}

type Placed = {
  layout: ReturnType<typeof layoutMap>;
  columns: ReturnType<typeof mapColumns>;
  column: NodeColumn;
  height: number;
  most: number;
};

function linksOf({ layout, columns, column, height, most }: Placed): MapDrawing['links'] {
  const scene = { layout, columns, nodes: column, nodesScrollTop: 0, scrollTop: 0, viewHeight: most };
  const plain = { selected: noTrace, hovered: noTrace, selectedBlock: null };
  return visibleLinks({ ...scene, ...plain })
    .filter(({ y1, y2 }) => y1 < height && y2 < height)
    .map(({ x1, y1, x2, y2, dash, tone }) => ({ x1, y1, x2, y2, dash, bad: tone === 'bad' }));
}

function nodesOf(verdict: FrontendVerdict): MapDrawing['frontends'][number]['nodes'] {
  if (verdict.kind === 'differs') return 'differs';
  if (verdict.kind === 'no-backends') return 'none';
  return verdict.kind === 'own' ? 'own' : `${verdict.nodes}/${verdict.of}`;
}

function markWords({ marks }: Totals): string {
  const words = backendMarks.flatMap((mark, at) => (marks[at] ? [`${formatCount(marks[at])} ${mark}`] : []));
  return words.length === 0 ? 'no backends' : words.join(', ');
}

/** `98 Services`, or `28 of 98 Services` where the picture ends inside the group. */
function servicesWords(drawn: RowGroup, whole: RowGroup): string {
  const count = ({ blocks }: RowGroup) => blocks.filter(({ kind }) => kind === 'service').length;
  const words = formatPlural(count(whole), 'Service');
  return count(drawn) === count(whole) ? words : `${formatCount(count(drawn))} of ${words}`;
}

function countWords({ frontends, backends }: { frontends: number; backends: number }): string {
  return `${formatPlural(frontends, 'frontend')}, ${formatPlural(backends, 'backend')}`;
}

function leftOutWords(left: {
  rows: number;
  backends: number;
  links: number;
  nodes: number;
  mostRows: number;
}): string | null {
  const parts = [
    ...(left.rows > 0 ? [formatPlural(left.rows, 'frontend')] : []),
    ...(left.backends > 0 ? [formatPlural(left.backends, 'backend')] : []),
    ...(left.nodes > 0 ? [formatPlural(left.nodes, 'node')] : []),
    ...(left.links > 0 ? [formatPlural(left.links, 'link')] : []),
  ];
  if (parts.length === 0) return null;
  return `Not drawn, as a picture holds ${formatCount(left.mostRows)} rows: ${parts.join(', ')}. CSV and JSON have all of them.`;
}

import type { BackendView, FrontendView } from '@/lib/snapshot/frontend-view';
import { isLeftover } from '../backend-mark';

/** Where a backend's link ends: a node, the world outside the cluster, or nowhere the API knows of. */
export type NodeEndId = `node:${string}` | 'gone' | 'outside';

/** One end with its place: `top` and `height` of its bar in CSS pixels from the column's top. */
export type NodeEnd = { id: NodeEndId; node: string | null; top: number; height: number };

/** How much is written beside a bar: everything, name and zone, or the name alone (more than eight nodes). */
export type NodeDensity = 'full' | 'short' | 'row';

export type NodeColumn = {
  density: NodeDensity;
  ends: NodeEnd[];
  byId: Map<NodeEndId, NodeEnd>;
  height: number;
};

const mostBars = 8;
const rowHeight = 28;
const rowBarHeight = 18;
const specialHeight = 34;
const gap = 24;
const tallestBar = 210;
/** Room for name, zone, three figures and a verdict. */
const fullHeight = 108;
const shortHeight = 34;
const paddingTop = 34;
const paddingBottom = 16;

/**
 * The end the link of a backend of `frontend` leads to. Null where the API has no object of its address and no problem
 * names it: a pod that was replaced a moment ago needs no attention, and must not move the ends of the others.
 */
export function nodeEndOf(frontend: FrontendView, backend: BackendView): NodeEndId | null {
  const { target } = backend;
  if (target.kind === 'unknown') return isLeftover(frontend, backend) ? 'gone' : null;
  return target.node === null ? 'outside' : `node:${target.node}`;
}

/**
 * Places the ends in a column of `viewHeight` pixels. `nodes` are sorted by name; the two special ends stand last.
 * Up to eight nodes share the height as bars; more become rows of 28 pixels, which may be taller than the view.
 */
export function layoutNodes(
  nodes: readonly string[],
  special: readonly ('gone' | 'outside')[],
  viewHeight: number,
): NodeColumn {
  return nodes.length > mostBars ? asRows(nodes, special) : asBars(nodes, special, viewHeight);
}

function asBars(
  nodes: readonly string[],
  special: readonly ('gone' | 'outside')[],
  viewHeight: number,
): NodeColumn {
  const gaps = Math.max(0, nodes.length + special.length - 1) * gap;
  const room = viewHeight - paddingTop - paddingBottom - gaps - special.length * specialHeight;
  const each = Math.floor(room / Math.max(1, nodes.length));
  const height = Math.max(shortHeight, Math.min(tallestBar, each));
  return place(nodes, special, height >= fullHeight ? 'full' : 'short', {
    top: paddingTop,
    height,
    step: height + gap,
    special: specialHeight,
    specialStep: specialHeight + gap,
  });
}

function asRows(nodes: readonly string[], special: readonly ('gone' | 'outside')[]): NodeColumn {
  return place(nodes, special, 'row', {
    top: 5,
    height: rowBarHeight,
    step: rowHeight,
    special: rowBarHeight,
    specialStep: rowHeight,
  });
}

type Steps = { top: number; height: number; step: number; special: number; specialStep: number };

function place(
  nodes: readonly string[],
  special: readonly ('gone' | 'outside')[],
  density: NodeDensity,
  steps: Steps,
): NodeColumn {
  const ends: NodeEnd[] = [];
  let top = steps.top;
  for (const node of nodes) {
    ends.push({ id: `node:${node}`, node, top, height: steps.height });
    top += steps.step;
  }
  for (const id of special) {
    ends.push({ id, node: null, top, height: steps.special });
    top += steps.specialStep;
  }
  return { density, ends, byId: new Map(ends.map((end) => [end.id, end])), height: top };
}

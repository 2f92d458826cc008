import type { DrawnNode } from '@/lib/export/map-drawing';
import type { Mask } from '@/lib/export/mask';
import { formatCount, formatPlural } from '@/lib/format';
import type { NodeColumn, NodeEnd, NodeEndId } from '../map/node-column';
import type { NodeFacts } from '../node-facts';
import type { PicturedMap } from './map-drawing-of';

const least = 28;
const tallest = 210;
/** From so much on there is room for zone and verdict, and for figures too. */
const roomForNotes = 64;
const roomForFigures = 118;

type PictureNodes = {
  /** What the ends need at least. */
  leastHeight: number;
  /** Nodes that have no place in a picture so high. */
  leftOut: number;
  place: (height: number) => NodeColumn;
  text: (id: NodeEndId, top: number, height: number) => DrawnNode;
};

/**
 * The ends of links, spread over the height of the picture: on screen they stay in view while rows scroll, on a long
 * picture they would all be at its top. `most` is how high it may be.
 */
export function pictureNodes(map: PicturedMap, mask: Mask | null, most: number): PictureNodes {
  const nameOf = (node: string) => (mask === null ? node : mask.name('node', node));
  const fitting = Math.max(0, Math.floor(most / least) - map.ends.length);
  const nodes = map.nodes.slice(0, fitting);
  const facts = new Map<NodeEndId, NodeFacts>(nodes.map((node) => [`node:${nameOf(node.node)}`, node]));
  const ids: NodeEndId[] = [...facts.keys(), ...map.ends];
  let step = least;
  return {
    leastHeight: ids.length * least,
    leftOut: map.nodes.length - nodes.length,
    place(height) {
      step = Math.max(least, height / Math.max(1, ids.length));
      const bar = Math.min(tallest, step - (step < roomForNotes ? 8 : 20));
      const ends = ids.map((id, index): NodeEnd => {
        const top = index * step + (step - bar) / 2;
        return { id, node: facts.has(id) ? id : null, top, height: bar };
      });
      // `full`: nothing of it scrolls.
      return { density: 'full', ends, byId: new Map(ends.map((end) => [end.id, end])), height };
    },
    text(id, top, height) {
      const node = facts.get(id);
      if (node === undefined)
        return { ...endText(id, map.goneCount, step), top, height, differing: null, bad: id === 'gone' };
      const name = nameOf(node.node);
      const zone = node.zone === null || mask === null ? node.zone : mask.name('zone', node.zone);
      const title = mask === null ? map.shortNode(name) : name;
      const notes = nodeNotes(node, zone, step);
      return { top, height, title, about: name, notes, differing: differingWords(node, step), bad: false };
    },
  };
}

function endText(
  id: NodeEndId,
  goneCount: number,
  step: number,
): Pick<DrawnNode, 'title' | 'about' | 'notes'> {
  const gone = id === 'gone';
  const title = gone ? 'no such pod' : 'Outside';
  const note = gone ? formatPlural(goneCount, 'address', 'addresses') : 'not on a node';
  return { title, about: title, notes: step < roomForNotes ? [] : [note] };
}

function nodeNotes(node: NodeFacts, zone: string | null, step: number): string[] {
  if (step < roomForNotes) return [];
  const { agent, frontends, backends } = node;
  return [
    ...(zone === null ? [] : [zone]),
    ...(agent === null ? ['no agent'] : []),
    ...(agent?.answers['service-list'].stale === true ? ['does not answer'] : []),
    ...(step < roomForFigures
      ? []
      : [
          `${frontends === null ? '?' : formatCount(frontends)} frontends`,
          formatPlural(backends, 'backend'),
        ]),
  ];
}

function differingWords({ differing }: NodeFacts, step: number): string | null {
  if (differing === 0 || step < roomForNotes) return null;
  return `${formatPlural(differing, 'row')} ${differing === 1 ? 'differs' : 'differ'}`;
}

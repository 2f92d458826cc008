import type { Hop } from '@/lib/cilium/packet-path/packet-walk';
import { nodeNames } from '@/lib/learn/dsr/dsr-question';

/** Where in the picture a hop is drawn. */
type StageSlot =
  | 'client sends'
  | 'into node 1'
  | 'request on node 1'
  | 'across'
  | 'request on node 2'
  | 'pod gets'
  | 'pod answers'
  | 'answer on node 2'
  | 'back'
  | 'answer on node 1'
  | 'out of node 1'
  | 'out of node 2'
  | 'client gets';

/** Gives the slot of a hop. */
export function stageSlot({ place, lane }: Hop): StageSlot {
  const isRequest = lane === 'request';
  switch (place.kind) {
    case 'client':
      return isRequest ? 'client sends' : 'client gets';
    case 'pod':
      return isRequest ? 'pod gets' : 'pod answers';
    case 'node':
      return place.node === nodeNames[0]
        ? isRequest
          ? 'request on node 1'
          : 'answer on node 1'
        : isRequest
          ? 'request on node 2'
          : 'answer on node 2';
    case 'wire':
      if (place.from === null) return 'into node 1';
      if (place.to === null) return place.from === nodeNames[0] ? 'out of node 1' : 'out of node 2';
      return isRequest ? 'across' : 'back';
  }
}

/** A place in the picture, in its own units: x to the right, y down. */
export type Point = { x: number; y: number };
/** A rectangle by its upper left corner. */
export type Box = Point & { width: number; height: number };

/** The picture's fixed places and one point for each hop. */
export type StageLayout = {
  width: number;
  height: number;
  client: Box;
  nodes: readonly [Box, Box];
  pod: Box;
  points: Point[];
  /** How the packet came to each point; empty where it was there already. */
  paths: string[];
};

/** Places where hops of a slot stand: in a row from one point to another, evenly. */
export type SlotPlaces = Record<StageSlot, readonly [Point, Point]>;

/** Gives each hop its point. */
export function spreadHops(slots: readonly StageSlot[], places: SlotPlaces): Point[] {
  return slots.map((slot, index) => {
    const count = slots.filter((other) => other === slot).length;
    const nth = slots.slice(0, index).filter((other) => other === slot).length + 1;
    const [from, to] = places[slot];
    const share = nth / (count + 1);
    return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
  });
}

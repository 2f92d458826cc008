import type { Hop } from '@/lib/cilium/packet-path/packet-walk';
import { spreadHops, stageSlot, type Point, type SlotPlaces, type StageLayout } from './stage-slot';

const downX = 112;
const upX = 262;
/** The way past node 1. */
const besideX = 330;
const bend = 8;

const client = { x: 14, y: 8, width: 274, height: 76 };
const bottom = ({ y, height }: { y: number; height: number }) => y + height;

/** Client, node 1, node 2 from top to bottom; the pod is in the node that has it. */
function boxes(isLocal: boolean) {
  const one = { x: 14, y: 142, width: 274, height: isLocal ? 196 : 132 };
  const two = { x: 14, y: bottom(one) + (isLocal ? 32 : 64), width: 274, height: isLocal ? 64 : 190 };
  const home = isLocal ? one : two;
  const pod = { x: 30, y: bottom(home) - 82, width: 150, height: 70 };
  return { nodes: [one, two] as const, pod };
}

const at = (x: number, y: number): readonly [Point, Point] => [
  { x, y },
  { x, y },
];
const column = (from: number, to: number, x: number): readonly [Point, Point] => [
  { x, y: from },
  { x, y: to },
];

/** Lays a walk out from top to bottom: the request down on the left, the answer up on the right, or beside node 1. */
export function tallLayout(hops: readonly Hop[], isLocal: boolean): StageLayout {
  const { nodes, pod } = boxes(isLocal);
  const [one, two] = nodes;
  const slots = hops.map(stageSlot);
  const isStraight = slots.includes('out of node 2');
  const podY = pod.y + pod.height / 2;
  const right = pod.x + pod.width;
  const aboveOne = (bottom(client) + one.y) / 2;
  const between = (bottom(one) + two.y) / 2;
  const sideways = [
    { x: right, y: podY },
    { x: isStraight ? two.x + two.width : upX, y: podY },
  ] as const;
  const places: SlotPlaces = {
    'client sends': at(downX, bottom(client)),
    'into node 1': at(downX, aboveOne),
    'request on node 1': column(one.y, isLocal ? pod.y : bottom(one), downX),
    across: at(downX, between),
    'request on node 2': column(two.y, pod.y, downX),
    'pod gets': at(downX, pod.y),
    'pod answers': at(right, podY),
    'answer on node 2': sideways,
    back: at(upX, between),
    'answer on node 1': isLocal ? column(podY, one.y, upX) : column(bottom(one), one.y, upX),
    'out of node 1': at(upX, aboveOne),
    'out of node 2': at(besideX, between),
    'client gets': isStraight
      ? at(client.x + client.width, client.y + client.height / 2)
      : at(upX, bottom(client)),
  };
  const points = spreadHops(slots, places);
  const paths = points.map((point, index) => {
    const before = points[index - 1];
    return before === undefined ? '' : pathTo(before, point, slots[index] ?? 'client gets', isStraight);
  });
  return { width: 350, height: bottom(two) + 8, client, nodes, pod, points, paths };
}

function pathTo(from: Point, to: Point, slot: string, isStraight: boolean): string {
  if (slot === 'pod answers') return '';
  if (slot === 'client gets' && isStraight)
    return `M${from.x} ${from.y}V${to.y + bend}a${bend} ${bend} 0 0 0 -${bend} -${bend}H${to.x}`;
  if (from.x === to.x || from.y === to.y) return `M${from.x} ${from.y}L${to.x} ${to.y}`;
  return `M${from.x} ${from.y}H${to.x - bend}a${bend} ${bend} 0 0 0 ${bend} -${bend}V${to.y}`;
}

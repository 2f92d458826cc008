import type { Hop } from '@/lib/cilium/packet-path/packet-walk';
import { spreadHops, stageSlot, type Point, type SlotPlaces, type StageLayout } from './stage-slot';

const requestY = 112;
const answerY = 186;
/** The way past node 1. */
const belowY = 266;
const bend = 8;

const client = { x: 10, y: 66, width: 156, height: 141 };
const bottomOfClient = { x: 88, y: client.y + client.height };

/** Client, node 1, node 2 from left to right; the pod is in the node that has it. */
function boxes(isLocal: boolean) {
  const top = { y: 66, height: 166 };
  const nodes = isLocal
    ? ([
        { ...top, x: 318, width: 280 },
        { ...top, x: 690, width: 156 },
      ] as const)
    : ([
        { ...top, x: 318, width: 196 },
        { ...top, x: 628, width: 218 },
      ] as const);
  const pod = { x: isLocal ? 478 : 730, y: 86, width: 106, height: 126 };
  return { nodes, pod };
}

const at = (x: number, y: number): readonly [Point, Point] => [
  { x, y },
  { x, y },
];
const row = (from: number, to: number, y: number): readonly [Point, Point] => [
  { x: from, y },
  { x: to, y },
];

/** Lays a walk out from left to right: the request above, the answer below it, or past node 1 where it goes straight. */
export function wideLayout(hops: readonly Hop[], isLocal: boolean): StageLayout {
  const { nodes, pod } = boxes(isLocal);
  const [one, two] = nodes;
  const slots = hops.map(stageSlot);
  const isStraight = slots.includes('out of node 2');
  const right = ({ x, width }: { x: number; width: number }) => x + width;
  const between = (right(one) + two.x) / 2;
  const into = (right(client) + one.x) / 2;
  const places: SlotPlaces = {
    'client sends': at(right(client), requestY),
    'into node 1': at(into, requestY),
    'request on node 1': row(one.x, isLocal ? pod.x : right(one), requestY),
    across: at(between, requestY),
    'request on node 2': row(two.x, pod.x, requestY),
    'pod gets': at(pod.x, requestY),
    'pod answers': at(pod.x, answerY),
    'answer on node 2': row(pod.x, two.x, answerY),
    back: at(between, answerY),
    'answer on node 1': row(isLocal ? pod.x : right(one), one.x, answerY),
    'out of node 1': at(into, answerY),
    'out of node 2': at(between - 90, belowY),
    'client gets': isStraight ? at(bottomOfClient.x, bottomOfClient.y) : at(right(client), answerY),
  };
  const points = spreadHops(slots, places);
  const paths = points.map((point, index) => {
    const before = points[index - 1];
    if (before === undefined) return '';
    return pathTo(before, point, slots[index] ?? 'client gets', isStraight);
  });
  return { width: 856, height: 290, client, nodes, pod, points, paths };
}

function pathTo(from: Point, to: Point, slot: string, isStraight: boolean): string {
  if (slot === 'pod answers') return '';
  if (slot === 'out of node 2')
    return `M${from.x} ${from.y}V${to.y - bend}a${bend} ${bend} 0 0 1 -${bend} ${bend}H${to.x}`;
  if (slot === 'client gets' && isStraight)
    return `M${from.x} ${from.y}H${to.x + bend}a${bend} ${bend} 0 0 1 -${bend} -${bend}V${to.y}`;
  return `M${from.x} ${from.y}L${to.x} ${to.y}`;
}

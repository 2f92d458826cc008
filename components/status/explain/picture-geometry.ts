import type { Hop, Picture } from '@/lib/cilium/fields/pictures/picture';

/** Where things stand in the picture, in pixels of its own 816 wide grid. */
export type StationBox = { x: number; y: number; width: number; height: number };
export type HopLine = { path: string; number: { x: number; y: number }; words: { x: number; y: number } };

export const pictureWidth = 816;

const columns = [
  { x: 0.5, width: 92 },
  { x: 309.5, width: 132 },
  { x: 658.5, width: 157 },
] as const;

const top = 40.5;
const requestY = 74;
const answerY = 124;
/** The lane of an answer that passes below the node in the middle. */
const underY = 178;
/** Characters of mono 11 between two stations. */
const longestEndpoint = 24;

const passesUnder = ({ from, to }: Hop) => Math.abs(from - to) > 1;

/** Whether the addresses fit; long ones (IPv6) go into the list of hops instead, never cut. */
export function fitsPicture({ hops, stations }: Picture): boolean {
  const longest = Math.max(
    ...hops.flatMap(({ source, destination }) => [source.text.length, destination.text.length]),
    stations[2].address.length,
  );
  return longest <= longestEndpoint;
}

/** Gives the height of the picture: taller when an answer passes below the node in the middle. */
export function pictureHeight({ hops }: Picture): number {
  return hops.some(passesUnder) ? 198 : 158;
}

/** Gives the box of each station; the middle one ends early to let an answer pass below it. */
export function stationBoxes(picture: Picture): [StationBox, StationBox, StationBox] {
  const under = picture.hops.some(passesUnder);
  const height = pictureHeight(picture) - top - 1;
  const box = (index: 0 | 1 | 2): StationBox => ({
    ...columns[index],
    y: top,
    height: index === 1 && under ? 78 : height,
  });
  return [box(0), box(1), box(2)];
}

/** Gives the line of a hop, the place of its number at its start, and where its addresses are written. */
export function hopLine(hop: Hop): HopLine {
  const from = columns[hop.from] ?? columns[0];
  const to = columns[hop.to] ?? columns[2];
  const forward = hop.to > hop.from;
  const start = forward ? from.x + from.width : from.x;
  const end = forward ? to.x - 1 : to.x + to.width + 1;
  const y = passesUnder(hop) ? underY : hop.lane === 'request' ? requestY : answerY;
  const left = Math.min(start, end);
  const words = passesUnder(hop)
    ? { x: 310, y: y - 32 }
    : { x: left + 28, y: hop.lane === 'request' ? 46 : 142 };
  return {
    path: `M${start} ${y}H${end}`,
    number: { x: forward ? start + 19 : start - 19, y },
    words,
  };
}

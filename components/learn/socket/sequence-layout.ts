import type { SocketStep, Station } from '@/lib/learn/socket/socket-step';

/** One row of the picture: where its line begins and ends, and its label. */
export type SequenceRow = {
  y: number;
  fromX: number;
  toX: number;
  label: { x: number; anchor: 'start' | 'end'; text: string };
};

/** Columns from left to right, steps from top to bottom. */
type SequenceLayout = {
  width: number;
  height: number;
  /** Where the columns' lines begin. */
  top: number;
  columns: { station: Station; x: number }[];
  rows: SequenceRow[];
};

/** So many rows high at least, so that what stands below moves little. */
const leastRows = 7;
const radius = 10.5;
const wide = { width: 856, side: 64, top: 50, rowHeight: 37, characterWidth: 6.9, drop: 13 };
const tall = { width: 350, side: 32, top: 46, rowHeight: 45, characterWidth: 6.3, drop: 8 };

/** Lays a run out: the same places for a column in every setting. */
export function sequenceLayout(
  stations: readonly Station[],
  steps: readonly SocketStep[],
  isTall: boolean,
): SequenceLayout {
  const { width, side, top, rowHeight, characterWidth, drop } = isTall ? tall : wide;
  const gap = (width - 2 * side) / Math.max(1, stations.length - 1);
  const columns = stations.map((station, index) => ({ station, x: side + index * gap }));
  const xOf = (station: Station) => columns.find((column) => column.station === station)?.x ?? side;
  const rows = steps.map(({ from, to, text }, index): SequenceRow => {
    const y = top + drop + (index + 0.5) * rowHeight;
    const [fromX, toX] = [xOf(from), xOf(to)];
    const most = Math.floor((width - 8) / characterWidth);
    const short = text.length > most ? `${text.slice(0, most - 1)}…` : text;
    return { y, fromX, toX, label: labelOf(short, fromX, toX, width, characterWidth) };
  });
  const height = top + drop + Math.max(steps.length, leastRows) * rowHeight + 10;
  return { width, height, top, columns, rows };
}

/** Beside the circle of what happens in one place, above the line of what goes from one to another; never outside. */
function labelOf(
  text: string,
  fromX: number,
  toX: number,
  width: number,
  characterWidth: number,
): SequenceRow['label'] {
  const long = text.length * characterWidth;
  const inset = radius + 6;
  const isLeftwards = toX < fromX;
  const start = isLeftwards ? Math.max(4, fromX - inset - long) : fromX + inset;
  const x = Math.min(start, width - 4 - long);
  if (fromX === toX && start + long > width - 4 && fromX - inset - long >= 4)
    return { x: fromX - inset, anchor: 'end', text };
  return { x: Math.max(4, x), anchor: 'start', text };
}

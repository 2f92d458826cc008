/** Left edges and widths of the map's columns in CSS pixels, from the map's left edge. */
export type MapColumns = {
  frontends: Column;
  backends: Column;
  nodes: Column;
  /** The width the map needs; narrower frames scroll sideways. */
  width: number;
};

export type Column = { left: number; width: number };

const paddingLeft = 24;
const frontendsWidth = 408;
/** Characters of an address that fit the column as drawn; longer ones (IPv6) widen it: an address is never cut. */
const fittingCharacters = { frontend: 23, backend: 25 };
/** Width of a character of an address (Plex Mono 12), in pixels of the design. */
export const characterWidth = 7.1;
const nodesWidth = 124;
const widestNodes = 180;

/**
 * The gutters give way before the map scrolls sideways, the second one first: neither a scroll bar nor the longer
 * addresses of IPv6 must push the nodes out of sight beside an open panel.
 */
const leastGutters = { gutter1: 40, gutter2: 56 };

const narrow = { gutter1: 72, backends: 264, gutter2: 84 };
const wide = { gutter1: 132, backends: 320, gutter2: 168 };

/** Links start and end this far outside the text. */
export const linkClearance = 6;

/** The longest addresses of a layout, in characters. */
export type LongestAddresses = { frontend: number; backend: number };

/** Places the columns for a map of `width` pixels: gutters and backends grow where there is room, text columns do not. */
export function mapColumns(
  width: number,
  longest: LongestAddresses = { frontend: 0, backend: 0 },
): MapColumns {
  const frontendsExtra = extraWidth(longest.frontend - fittingCharacters.frontend);
  const backendsExtra = extraWidth(longest.backend - fittingCharacters.backend);
  const grow = share(width - frontendsExtra - backendsExtra, total(narrow), total(wide));
  const backendsWidth = between(narrow.backends, wide.backends, grow) + backendsExtra;
  const short = Math.max(0, total(narrow) + frontendsExtra + backendsExtra - width);
  const gutter2 = Math.max(leastGutters.gutter2, between(narrow.gutter2, wide.gutter2, grow) - short);
  const stillShort = Math.max(0, short - (narrow.gutter2 - leastGutters.gutter2));
  const gutter1 = Math.max(leastGutters.gutter1, between(narrow.gutter1, wide.gutter1, grow) - stillShort);
  const backendsLeft = paddingLeft + frontendsWidth + frontendsExtra + gutter1;
  const nodesLeft = backendsLeft + backendsWidth + gutter2;
  return {
    frontends: { left: paddingLeft, width: frontendsWidth + frontendsExtra },
    backends: { left: backendsLeft, width: backendsWidth },
    nodes: { left: nodesLeft, width: Math.max(nodesWidth, Math.min(widestNodes, width - nodesLeft)) },
    width: nodesLeft + nodesWidth,
  };
}

function extraWidth(characters: number): number {
  return Math.max(0, Math.ceil(characters * characterWidth));
}

function total({ gutter1, backends, gutter2 }: typeof narrow): number {
  return paddingLeft + frontendsWidth + gutter1 + backends + gutter2 + nodesWidth;
}

function share(value: number, from: number, to: number): number {
  return Math.min(1, Math.max(0, (value - from) / (to - from)));
}

function between(from: number, to: number, part: number): number {
  return Math.round(from + (to - from) * part);
}

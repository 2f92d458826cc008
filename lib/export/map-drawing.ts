import type { PictureMark } from './map-palette';

type Column = { left: number; width: number };

/** One address as a row shows it: `10.0.0.1:443`, and `/UDP` or `/i` behind it. */
type ShownAddress = { address: string; suffix: string };

export type DrawnFrontend = ShownAddress & {
  y: number;
  /** The Service's name on its first row; null on the others. */
  service: string | null;
  type: string;
  /** What nodes say of it: `2/2`, `own`, or a mark. */
  nodes: string | PictureMark;
  /** The sentence behind a mark. */
  about: string;
};

export type DrawnBackend = ShownAddress & { y: number; mark: PictureMark; target: string; about: string };

/** A curve between two points; its control points lie half the gutter inwards. */
export type DrawnLink = {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  dash: 'solid' | 'some-nodes' | 'no-new';
  bad: boolean;
};

/** A node, or an end that is none: its bar and what is written beside it. */
export type DrawnNode = {
  top: number;
  height: number;
  title: string;
  about: string;
  notes: string[];
  /** `3 rows differ`; null where none does, or there is no room to say so. */
  differing: string | null;
  bad: boolean;
};

/** The service map with every row at its place. `y` is the top of a row; all in CSS pixels from the map's top left. */
export type MapDrawing = {
  columns: { frontends: Column; backends: Column; nodes: Column; width: number };
  /** Room for what nodes say of a row, at the right of a frontend. */
  nodesCellWidth: number;
  height: number;
  heads: { y: number; title: string; note: string }[];
  frontends: DrawnFrontend[];
  backends: DrawnBackend[];
  /** Places of "no backends". */
  empties: { y: number }[];
  /** Services drawn as one line: the name, and what there is of it. */
  lines: { y: number; title: string; note: string }[];
  /** Backends summed up beside their frontends: `3 active, 1 terminating`. */
  sums: { y: number; note: string }[];
  links: DrawnLink[];
  nodes: DrawnNode[];
  /** How much there was: `28 frontends, 61 backends, 2 nodes`. */
  counts: string;
  /** What was too much for one picture, in words; null where all is drawn. */
  leftOut: string | null;
};

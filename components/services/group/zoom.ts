/** How much of each Service is drawn, from the whole down to its parts. */
export const zooms = ['totals', 'services', 'frontends', 'backends'] as const;
export type Zoom = (typeof zooms)[number];

/** How much of one block is drawn: one line, its frontends with a sum of their backends, or both lists. */
export type Depth = Exclude<Zoom, 'totals'>;

/** The next step in or out; the same where there is none. */
export function zoomBy(zoom: Zoom, steps: 1 | -1): Zoom {
  return zooms[zooms.indexOf(zoom) + steps] ?? zoom;
}

/** What of the list is open: a group under totals, a Service under lines. */
export type Openings = { zoom: Zoom; closed: readonly string[]; open: readonly string[] };

/** Whether a group shows its head only: by itself at the totals, else as the reader folded it. */
export function isGroupCollapsed({ zoom, closed, open }: Openings, value: string): boolean {
  return zoom === 'totals' ? !open.includes(value) : closed.includes(value);
}

/** How much of a block is drawn. What was opened shows everything. */
export function depthOf({ zoom, open }: Openings, blockId: string): Depth {
  if (open.includes(blockId)) return 'backends';
  return zoom === 'totals' ? 'services' : zoom;
}

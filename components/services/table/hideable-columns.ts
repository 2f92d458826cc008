/** Columns of the table a reader may do without; the Service and its frontend always stand. `nodes` is all of theirs. */
export const hideableColumns = ['type', 'problem', 'backends', 'policies', 'nodes', 'changed'] as const;
export type HideableColumn = (typeof hideableColumns)[number];

/** What each is called. */
export const columnTitles: Readonly<Record<HideableColumn, string>> = {
  type: 'Type',
  problem: 'States',
  backends: 'Backends',
  policies: 'Policies',
  nodes: 'Nodes',
  changed: 'Changed',
};

/** The choice that a column of the table belongs to; null where it always stands. */
export function choiceOf(id: string): HideableColumn | null {
  const choice = id.startsWith('node:') ? 'nodes' : id;
  return hideableColumns.find((column) => column === choice) ?? null;
}

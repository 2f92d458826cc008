import { parseAsStringLiteral } from 'nuqs/server';

/** The Settings page in the URL: which rows, and a column for each node or for each set of equal ones. */
export const settingsParams = {
  rows: parseAsStringLiteral(['all', 'differing'] as const).withDefault('all'),
  /** null: grouped where agents are many. */
  columns: parseAsStringLiteral(['grouped', 'nodes'] as const),
};

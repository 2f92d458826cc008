import type { HideableColumn } from '../table/hideable-columns';

/** The columns of the table that a phone has room for, beside Service and frontend. */
export const phoneColumns = ['problem', 'nodes'] as const satisfies readonly HideableColumn[];

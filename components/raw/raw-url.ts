import { parseAsInteger } from 'nuqs/server';

/** The Raw page in the URL: the line that stands out, from 1. */
export const rawParams = { line: parseAsInteger };

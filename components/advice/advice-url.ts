import { parseAsBoolean } from 'nuqs/server';

/** Whether silenced advice is listed as well. */
export const silencedParam = parseAsBoolean.withDefault(false);

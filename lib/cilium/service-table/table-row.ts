import type { ExpectedFrontend } from '../expected-frontends/expected-frontend';

/** A row of an agent's table with the ID the agent gave it; 0 for a row that is in no map. */
export type TableRow = { id: number; frontend: ExpectedFrontend };

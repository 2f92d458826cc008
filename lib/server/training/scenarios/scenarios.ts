import type { Scenario } from '../agent-contract';

/** The training clusters there are, by name. */
export const scenarios: Record<string, Scenario> = {};

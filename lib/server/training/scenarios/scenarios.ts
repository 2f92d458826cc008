import type { Scenario } from '../agent-contract';
import { article } from './article/article';

/** The training clusters there are, by name. */
export const scenarios: Record<string, Scenario> = {
  article,
};

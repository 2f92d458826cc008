import type { Scenario } from '../agent-contract';
import { article } from './article/article';
import { drift } from './drift';
import { dsrMaglev } from './dsr-maglev';
import { dualStack } from './dual-stack';
import { large } from './large/large';
import { rollingUpdate } from './rolling-update';

/** The training clusters there are, by name; the first is the default. */
export const scenarios: Record<string, Scenario> = {
  article,
  'rolling-update': rollingUpdate,
  'dual-stack': dualStack,
  drift,
  'dsr-maglev': dsrMaglev,
  large,
};

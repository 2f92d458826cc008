import type { AdviceCase } from './advice-case.fixture';
import { dsrCases } from './dsr-cases.fixture';
import { maglevCases } from './maglev-cases.fixture';
import { neighbourCases } from './neighbour-cases.fixture';
import { nodeCases } from './node-cases.fixture';
import { serviceCases } from './service-cases.fixture';

/** Every rule of advice with what makes it speak and what does not. */
export const everyCase: readonly AdviceCase[] = [
  ...maglevCases,
  ...dsrCases,
  ...serviceCases,
  ...neighbourCases,
  ...nodeCases,
];

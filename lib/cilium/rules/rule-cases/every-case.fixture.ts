import { deviceCases } from './device-cases.fixture';
import { dsrCases } from './dsr-cases.fixture';
import { kernelCases } from './kernel-cases.fixture';
import { neighbourCases } from './neighbour-cases.fixture';
import { numberCases } from './number-cases.fixture';
import { ownCases } from './own-cases.fixture';
import { valueCases } from './value-cases.fixture';
import { xdpCases } from './xdp-cases.fixture';
import type { RuleCase } from './rule-case.fixture';

/** The minor versions of v1 that are modelled. */
export const minorVersions = [10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21];

/** Every rule with a configuration that breaks it and one that keeps it. */
export const everyCase: readonly RuleCase[] = [
  ...valueCases,
  ...numberCases,
  ...dsrCases,
  ...xdpCases,
  ...deviceCases,
  ...kernelCases,
  ...neighbourCases,
  ...ownCases,
];

import { dsrFacts } from '../dsr/dsr-facts';
import { dsrKeys } from '../dsr/dsr-state';
import type { Facts } from '../simulator/facts';
import type { SimulatorLink } from '../simulator/link-reader';
import type { SimulatorId } from './view-schema';

/** What a lesson needs of a simulator: the names in its link, and what is so under a link. */
export type SimulatorModel = {
  keys: readonly string[];
  facts: (value: (key: string) => string | null) => Facts;
};

function model<Key extends string>(
  keys: readonly Key[],
  facts: (link: SimulatorLink<Key>) => Facts,
): SimulatorModel {
  return {
    keys,
    // Every key gets its value, which Object.fromEntries forgets.
    facts: (value) => facts(Object.fromEntries(keys.map((key) => [key, value(key)])) as SimulatorLink<Key>),
  };
}

/** The simulators there are. */
export const simulatorModels: Readonly<Partial<Record<SimulatorId, SimulatorModel>>> = {
  dsr: model(dsrKeys, dsrFacts),
};

/** Gives the facts of a simulator under a link; null where there is no such simulator. */
export function factsUnder(simulator: SimulatorId, link: Readonly<Record<string, string>>): Facts | null {
  return simulatorModels[simulator]?.facts((key) => link[key] ?? null) ?? null;
}

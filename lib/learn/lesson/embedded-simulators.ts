import type { SimulatorId } from '../simulator/simulator-id';

/** Simulators that fill a page of their own, and cannot stand beside a lesson's text. */
const pagesOfTheirOwn = ['kube-proxy'] as const satisfies readonly SimulatorId[];

/** A simulator that can stand beside a lesson's text. */
export type EmbeddedSimulatorId = Exclude<SimulatorId, (typeof pagesOfTheirOwn)[number]>;

/** True where a lesson can show the simulator beside its text. */
export function isEmbedded(id: SimulatorId): id is EmbeddedSimulatorId {
  return !pagesOfTheirOwn.some((other) => other === id);
}

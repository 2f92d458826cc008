import type { BackendState } from '../backend';
import type { ServiceType } from '../frontend';
import type { L4Protocol } from '../l3n4-addr';

/** In what an agent's table differs from what it must be. */
export type DifferenceKind =
  | 'leftover-backend'
  | 'missing-backend'
  | 'wrong-state'
  | 'quarantined-backend'
  | 'leftover-row'
  | 'missing-row'
  | 'wrong-type'
  | 'nodes-disagree';

export type DifferingBackend = { ip: string; port: number; protocol: L4Protocol | null };

/**
 * One difference of one row of one agent. `usable` is how many backends the agent's row sends new connections to,
 * right or wrong.
 */
export type RowDifference =
  | { kind: 'leftover-backend'; backend: DifferingBackend; state: BackendState | null; usable: number }
  | { kind: 'missing-backend'; backend: DifferingBackend; wanted: BackendState; usable: number }
  | {
      kind: 'wrong-state' | 'quarantined-backend';
      backend: DifferingBackend;
      state: BackendState;
      wanted: BackendState;
      usable: number;
    }
  | { kind: 'leftover-row'; usable: number }
  | { kind: 'nodes-disagree' }
  | { kind: 'missing-row'; wanted: ServiceType }
  | { kind: 'wrong-type'; type: ServiceType; wanted: ServiceType };

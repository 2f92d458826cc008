import type { BackendState } from './backend';

/**
 * What each backend state means for traffic, one sentence each
 * (pkg/loadbalancer; `terminating-not-serving` since v1.18.5).
 */
export const backendStateMeanings: Readonly<Record<BackendState, string>> = {
  active: 'It is ready and takes new connections.',
  terminating:
    'Its pod is shutting down but still serves: open connections go on, and new ones come only while no active backend is left.',
  'terminating-not-serving':
    'Its pod is shutting down and no longer serves: it takes no new connections and stays listed until its endpoint is removed.',
  quarantined: 'A health check failed: it takes no new connections until the check passes again.',
  maintenance:
    'It is not ready, or its weight is zero: it stays in the list but takes no new connections until that changes.',
};

/** The states in order of usefulness to a client: what works first. */
export const backendStates: readonly BackendState[] = [
  'active',
  'terminating',
  'terminating-not-serving',
  'quarantined',
  'maintenance',
];

const byName = new Map<string, BackendState>(backendStates.map((state) => [state, state]));

/** Gives the state of that name, or null for a name no known version prints. */
export function toBackendState(name: string): BackendState | null {
  return byName.get(name) ?? null;
}

/** True when the datapath can send a new connection to a backend in this state (null: no state printed, v1.11 and older). */
export function takesNewConnections(state: BackendState | null): boolean {
  return state === 'active' || state === null;
}

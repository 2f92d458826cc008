import type { BackendState } from '@/lib/cilium/backend';

/** Gives a state as `service list` prints it, and what we call a backend that is not listed. */
export function stateWords(state: BackendState | null): string {
  return state ?? 'not listed';
}

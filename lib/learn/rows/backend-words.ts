import type { BackendState } from '@/lib/cilium/backend';

/** Says what a state of a backend means for new connections and for old ones. */
export function backendStateWords(state: BackendState): string {
  switch (state) {
    case 'active':
      return 'active: it gets connections.';
    case 'terminating':
      return 'terminating: its pod is on its way out and still serves.';
    case 'terminating-not-serving':
      return 'terminating-not-serving: its pod is on its way out and does not serve any more (v1.18.5 and later).';
    case 'maintenance':
      return 'maintenance: its pod is not ready (listed since v1.18.5).';
    case 'quarantined':
      return 'quarantined: it was found unhealthy.';
  }
}

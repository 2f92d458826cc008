import type { BackendState } from '@/lib/cilium/backend';
import type { BackendView, FrontendView } from '@/lib/snapshot/frontend-view';

/** What the mark beside a backend says: its state, or that the API has no such backend any more. */
export type BackendMark = BackendState | 'unknown' | 'leftover';

/** In the order of the chips and counts: what serves first, what is wrong last. */
export const backendMarks: readonly BackendMark[] = [
  'active',
  'terminating',
  'terminating-not-serving',
  'quarantined',
  'maintenance',
  'unknown',
  'leftover',
];

/** The mark of one backend of `frontend`; `unknown` where the agent's version prints no state. */
export function backendMark(frontend: FrontendView, backend: BackendView): BackendMark {
  if (isLeftover(frontend, backend)) return 'leftover';
  return backend.state ?? 'unknown';
}

/** True when agents still send to an address of which the API knows nothing. */
export function isLeftover(frontend: FrontendView, backend: BackendView): boolean {
  return (
    backend.target.kind === 'unknown' &&
    frontend.problems.some((problem) => problem.kind === 'leftover-backend')
  );
}

/** True for states in which Cilium opens no new connection to a backend. */
export function takesNoNewConnections(mark: BackendMark): boolean {
  return mark !== 'active' && mark !== 'unknown' && mark !== 'leftover';
}

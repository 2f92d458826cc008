import type { BackendState } from '@/lib/cilium/backend';
import { formatL3n4Addr } from '@/lib/cilium/l3n4-addr';
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

/** True when agents still send to a backend that the API no longer has: a problem of the frontend names its address. */
export function isLeftover({ problems }: FrontendView, backend: BackendView): boolean {
  if (problems.length === 0) return false;
  const address = formatL3n4Addr({ ...backend, scope: 'external' });
  return problems.some((problem) => problem.kind === 'leftover-backend' && problem.backend === address);
}

/** True for states in which Cilium opens no new connection to a backend. */
export function takesNoNewConnections(mark: BackendMark): boolean {
  return mark !== 'active' && mark !== 'unknown' && mark !== 'leftover';
}

import type { BackendView, FrontendView } from '@/lib/snapshot/frontend-view';
import { backendKey } from './map/service-block';

/** Keys of frontends that changed, and of backends as `frontend backend`. */
export type ChangedRows = { frontends: ReadonlySet<string>; backends: ReadonlySet<string> };

export const noChanges: ChangedRows = { frontends: new Set(), backends: new Set() };

/** Names a backend of one frontend. */
export function backendOfFrontend(frontendKey: string, key: string): string {
  return `${frontendKey} ${key}`;
}

/** What differs between two lists by key. A row sent again without a change is not one. */
export function changedRows(
  before: ReadonlyMap<string, FrontendView>,
  now: ReadonlyMap<string, FrontendView>,
): ChangedRows {
  const frontends = new Set<string>();
  const backends = new Set<string>();
  for (const [key, frontend] of now) {
    const old = before.get(key);
    if (old === frontend || old?.changedTimestamp === frontend.changedTimestamp) continue;
    frontends.add(key);
    const known = new Map((old?.backends ?? []).map((backend) => [backendKey(backend), backend]));
    for (const backend of frontend.backends) {
      const id = backendKey(backend);
      if (!sameBackend(known.get(id), backend)) backends.add(backendOfFrontend(key, id));
    }
  }
  return { frontends, backends };
}

function sameBackend(old: BackendView | undefined, now: BackendView): boolean {
  if (old === undefined) return false;
  return old.state === now.state && old.nodes.join() === now.nodes.join();
}

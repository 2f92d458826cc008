import { queryOptions } from '@tanstack/react-query';
import type { BackendState } from '@/lib/cilium/backend';
import type { BackendView, FrontendView, ServiceRef } from '@/lib/snapshot/frontend-view';

/** Something that changed in the agents' tables while the page was open, over every frontend it touched. */
export type RecentChange = {
  id: string;
  /** RFC 3339. */
  timestamp: string;
  service: ServiceRef | null;
  /** Keys of the frontends, in the order of the event. */
  frontends: string[];
} & (
  | { kind: 'frontend-added' | 'frontend-removed' }
  | { kind: 'backend-added' | 'backend-removed'; backend: ChangedBackend }
  | { kind: 'backend-state'; backend: ChangedBackend; from: BackendState | null }
);

export type ChangedBackend = Pick<BackendView, 'ip' | 'port' | 'state' | 'target'>;

const MOST_KEPT = 60;

/** Changes seen since the page was opened, the latest first. Written by live updates only. */
export function recentChangesQuery() {
  return queryOptions({
    queryKey: ['recent-changes'],
    queryFn: (): RecentChange[] => [],
    initialData: (): RecentChange[] => [],
    staleTime: Infinity,
    gcTime: Infinity,
  });
}

type Change =
  | { kind: 'frontend-added' | 'frontend-removed' }
  | { kind: 'backend-added' | 'backend-removed'; backend: ChangedBackend }
  | { kind: 'backend-state'; backend: ChangedBackend; from: BackendState | null };

function backendKey({ ip, port, protocol }: BackendView): string {
  return `${ip} ${port} ${protocol ?? ''}`;
}

function frontendChanges(before: FrontendView | undefined, after: FrontendView | undefined): Change[] {
  if (before === undefined || after === undefined) {
    if (before !== undefined) return [{ kind: 'frontend-removed' }];
    return after === undefined ? [] : [{ kind: 'frontend-added' }];
  }
  const old = new Map(before.backends.map((backend) => [backendKey(backend), backend]));
  const changes: Change[] = [];
  for (const backend of after.backends) {
    const was = old.get(backendKey(backend));
    old.delete(backendKey(backend));
    if (was === undefined) changes.push({ kind: 'backend-added', backend });
    else if (was.state !== backend.state) changes.push({ kind: 'backend-state', backend, from: was.state });
  }
  for (const backend of old.values()) changes.push({ kind: 'backend-removed', backend });
  return changes;
}

/**
 * Gives what changed between two states of some frontends, one entry for what several frontends of a Service share.
 * `timestamp` is when it was seen.
 */
export function changesBetween(
  before: ReadonlyMap<string, FrontendView>,
  after: ReadonlyMap<string, FrontendView>,
  timestamp: string,
): RecentChange[] {
  const groups = new Map<string, RecentChange>();
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const frontend = after.get(key) ?? before.get(key);
    if (frontend === undefined) continue;
    const { service } = frontend;
    for (const change of frontendChanges(before.get(key), after.get(key))) {
      const what =
        'backend' in change
          ? `${change.backend.ip} ${change.backend.port} ${change.backend.state ?? ''}`
          : '';
      const owner = service === null ? key : `${service.namespace}/${service.name}`;
      const id = `${timestamp} ${change.kind} ${owner} ${what}`;
      const group = groups.get(id);
      if (group === undefined) groups.set(id, { ...change, id, timestamp, service, frontends: [key] });
      else group.frontends.push(key);
    }
  }
  return [...groups.values()];
}

/** Puts new changes before the old ones, and forgets the oldest. */
export function addChanges(old: readonly RecentChange[], added: readonly RecentChange[]): RecentChange[] {
  return [...added.toReversed(), ...old].slice(0, MOST_KEPT);
}

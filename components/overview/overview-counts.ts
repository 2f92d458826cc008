import { backendMark, backendMarks, type BackendMark } from '@/components/services/backend-mark';
import { owners } from '@/components/services/map/service-block';
import type { ServiceType } from '@/lib/cilium/frontend';
import type { BackendView, FrontendView } from '@/lib/snapshot/frontend-view';

/** Frontends of a type: in the tables of several nodes, and in that of one, as its own address is. */
export type TypeCount = { type: ServiceType | 'unknown'; onSeveral: number; onOne: number };

const typeOrder: readonly TypeCount['type'][] = [
  'ClusterIP',
  'NodePort',
  'LoadBalancer',
  'ExternalIPs',
  'HostPort',
  'LocalRedirect',
  'NONE',
  'unknown',
];

/** Counts frontends by type, in the order Kubernetes builds them upon each other; types without any are left out. */
export function countTypes(frontends: readonly FrontendView[]): TypeCount[] {
  const counts = new Map<TypeCount['type'], TypeCount>();
  for (const { type, nodes } of frontends) {
    const key = type ?? 'unknown';
    const count = counts.get(key) ?? { type: key, onSeveral: 0, onOne: 0 };
    if (nodes.length > 1) count.onSeveral += 1;
    else count.onOne += 1;
    counts.set(key, count);
  }
  return typeOrder.flatMap((type) => counts.get(type) ?? []);
}

/** Where a backend runs: on a node, outside the cluster, or nowhere, which a problem names. */
export type BackendPlace = { kind: 'node'; node: string } | { kind: 'outside' } | { kind: 'unknown' };

export type PlaceCount = { place: BackendPlace; backends: number };

export type BackendCounts = {
  /** Different addresses, however many frontends share them. */
  total: number;
  byMark: { mark: BackendMark; backends: number }[];
  byPlace: PlaceCount[];
};

/** Null for an address that lost its pod a moment ago: no problem names it, and it is gone before it is read. */
function placeOf({ target }: BackendView, mark: BackendMark): BackendPlace | null {
  if (target.node !== null) return { kind: 'node', node: target.node };
  if (target.kind !== 'unknown') return { kind: 'outside' };
  return mark === 'leftover' ? { kind: 'unknown' } : null;
}

function placeKey(place: BackendPlace): string {
  return place.kind === 'node' ? `node ${place.node}` : place.kind;
}

/** The later mark of the two wins: an address that is in trouble anywhere counts as such. */
function worse(a: BackendMark, b: BackendMark): BackendMark {
  return backendMarks.indexOf(b) > backendMarks.indexOf(a) ? b : a;
}

/** Counts backend addresses by mark and by where they run; nodes by name, then outside, then unknown. */
export function countBackends(frontends: readonly FrontendView[]): BackendCounts {
  const marks = new Map<string, BackendMark>();
  const places = new Map<string, BackendPlace>();
  for (const frontend of frontends) {
    for (const backend of frontend.backends) {
      const key = `${backend.ip} ${backend.port} ${backend.protocol ?? ''}`;
      const mark = backendMark(frontend, backend);
      const known = marks.get(key);
      marks.set(key, known === undefined ? mark : worse(known, mark));
      const place = placeOf(backend, mark);
      if (place !== null) places.set(key, place);
    }
  }
  const byMark = new Map<BackendMark, number>();
  for (const mark of marks.values()) byMark.set(mark, (byMark.get(mark) ?? 0) + 1);
  const byPlace = new Map<string, PlaceCount>();
  for (const place of places.values()) {
    const count = byPlace.get(placeKey(place)) ?? { place, backends: 0 };
    count.backends += 1;
    byPlace.set(placeKey(place), count);
  }
  const rank = { node: 0, outside: 1, unknown: 2 };
  return {
    total: marks.size,
    byMark: backendMarks.flatMap((mark) => {
      const backends = byMark.get(mark);
      return backends === undefined ? [] : [{ mark, backends }];
    }),
    byPlace: [...byPlace.values()].sort(
      (a, b) => rank[a.place.kind] - rank[b.place.kind] || (placeKey(a.place) < placeKey(b.place) ? -1 : 1),
    ),
  };
}

/** What a namespace holds. */
export type NamespaceCount = {
  /** Null for frontends of which the API knows neither a Service nor a pod. */
  namespace: string | null;
  services: number;
  frontends: number;
  backends: BackendCounts;
  problems: number;
};

/**
 * Counts Services, frontends, backends and problems of each namespace, by name; those of none last. A frontend counts
 * where the Services page shows it: a HostPort stands with the Service or the pod it leads to.
 */
export function countNamespaces(frontends: readonly FrontendView[]): NamespaceCount[] {
  const ownerByKey = owners(frontends);
  const groups = new Map<string | null, FrontendView[]>();
  for (const frontend of frontends) {
    // No namespace is an empty text there.
    const namespace = ownerByKey.get(frontend.key)?.namespace || null;
    const group = groups.get(namespace);
    if (group === undefined) groups.set(namespace, [frontend]);
    else group.push(frontend);
  }
  return [...groups]
    .map(([namespace, group]) => ({
      namespace,
      services: new Set(group.flatMap(({ service }) => service?.name ?? [])).size,
      frontends: group.length,
      backends: countBackends(group),
      problems: group.filter(({ problems }) => problems.length > 0).length,
    }))
    .sort((a, b) => {
      if (a.namespace === null || b.namespace === null) return a.namespace === null ? 1 : -1;
      return a.namespace < b.namespace ? -1 : 1;
    });
}

import type { ServiceType } from '@/lib/cilium/frontend';
import { formatL3n4Addr } from '@/lib/cilium/l3n4-addr';
import type { BackendView, FrontendView } from '@/lib/snapshot/frontend-view';
import { ipOrder } from '@/lib/snapshot/merge/address-order';
import { fixedWidth, remembered } from './sort-key';
import { compareNames } from './natural-order';

/** What owns a block of rows: a Service, a pod (HostPort), or nothing the API knows of. */
export type Owner = { namespace: string; name: string; kind: 'service' | 'pod' | 'none' };

/** One Service with the rows of both of its lists, in their fixed order. */
export type ServiceBlock = Owner & {
  id: string;
  frontends: FrontendView[];
  /** Every backend of any of the frontends, once. */
  backends: { key: string; view: BackendView; of: FrontendView }[];
};

export type NamespaceGroup = { namespace: string; blocks: ServiceBlock[] };

/** Frontends of no namespace stand last, under this key. */
export const noNamespace = '';

const typeOrder: readonly (ServiceType | null)[] = [
  'ClusterIP',
  'ExternalIPs',
  'LoadBalancer',
  'NodePort',
  'HostPort',
  'LocalRedirect',
  'NONE',
  null,
];

/** Identity of a backend inside its block: address, port and protocol. */
export const backendKey = remembered((backend: BackendView) =>
  formatL3n4Addr({ ...backend, scope: 'external' }),
);

const backendSortKey = remembered(({ ip, port }: BackendView) => `${ipOrder(ip)} ${fixedWidth(port)}`);

/**
 * Names the owner of each frontend. A HostPort row has no Service of its own: it joins the Service that has
 * the same backend, so that the backend is drawn once; else it stands under its pod.
 */
export function owners(frontends: readonly FrontendView[]): Map<string, Owner> {
  const byBackend = new Map<string, Owner>();
  for (const { service, backends } of frontends) {
    if (!service) continue;
    const owner: Owner = { namespace: service.namespace, name: service.name, kind: 'service' };
    for (const backend of backends) {
      const key = backendKey(backend);
      const known = byBackend.get(key);
      if (!known || (known !== owner && compareOwners(owner, known) < 0)) byBackend.set(key, owner);
    }
  }
  return new Map(frontends.map((frontend) => [frontend.key, ownerOf(frontend, byBackend)]));
}

function ownerOf({ service, backends }: FrontendView, byBackend: Map<string, Owner>): Owner {
  if (service) return { namespace: service.namespace, name: service.name, kind: 'service' };
  for (const backend of backends) {
    const shared = byBackend.get(backendKey(backend));
    if (shared) return shared;
  }
  const pod = backends.find(({ target }) => target.kind === 'pod')?.target;
  if (pod?.namespace && pod.name) {
    return { namespace: pod.namespace, name: pod.workload ?? pod.name, kind: 'pod' };
  }
  return { namespace: noNamespace, name: '', kind: 'none' };
}

function compareOwners(a: Owner, b: Owner): number {
  return (
    Number(a.namespace === noNamespace) - Number(b.namespace === noNamespace) ||
    compareNames(a.namespace, b.namespace) ||
    compareNames(a.name, b.name) ||
    a.kind.localeCompare(b.kind)
  );
}

/** Sorts frontends into namespaces and Service blocks. The order depends on names and addresses only. */
export function groupFrontends(
  frontends: readonly FrontendView[],
  ownerByKey: ReadonlyMap<string, Owner>,
): NamespaceGroup[] {
  const blocks = new Map<string, ServiceBlock>();
  for (const frontend of frontends) {
    const owner = ownerByKey.get(frontend.key) ?? { namespace: noNamespace, name: '', kind: 'none' };
    const id = `${owner.kind} ${owner.namespace}/${owner.name}`;
    const block = blocks.get(id);
    if (block) block.frontends.push(frontend);
    else blocks.set(id, { ...owner, id, frontends: [frontend], backends: [] });
  }
  const groups: NamespaceGroup[] = [];
  for (const block of [...blocks.values()].sort(compareOwners)) {
    block.frontends = sortFrontends(block.frontends);
    block.backends = unionOfBackends(block.frontends);
    const last = groups.at(-1);
    if (last?.namespace === block.namespace) last.blocks.push(block);
    else groups.push({ namespace: block.namespace, blocks: [block] });
  }
  return groups;
}

/** The order inside a Service: type, port, protocol, then address, wildcard before the addresses it stands for. */
export function sortFrontends(frontends: readonly FrontendView[]): FrontendView[] {
  return sortByKey(frontends, frontendSortKey);
}

/** Text whose order is the order of rows inside a Service. */
export const frontendSortKey = remembered(({ type, port, protocol, ip, scope }: FrontendView) => {
  const rank = typeOrder.indexOf(type) + 1 || typeOrder.length;
  return [rank, fixedWidth(port), protocol ?? '', ipOrder(ip), scope].join(' ');
});

function unionOfBackends(frontends: readonly FrontendView[]): ServiceBlock['backends'] {
  const seen = new Set<string>();
  const union: ServiceBlock['backends'] = [];
  for (const of of frontends) {
    const fresh = of.backends
      .map((view) => ({ key: backendKey(view), view, of }))
      .filter(({ key }) => !seen.has(key));
    for (const { key } of fresh) seen.add(key);
    union.push(...sortByKey(fresh, ({ view }) => backendSortKey(view)));
  }
  return union;
}

function sortByKey<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  return items
    .map((item) => ({ item, key: keyOf(item) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ item }) => item);
}

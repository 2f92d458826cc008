import type { ServiceType } from '@/lib/cilium/frontend';
import { formatL3n4Addr } from '@/lib/cilium/l3n4-addr';
import type { BackendView, FrontendView } from '@/lib/snapshot/frontend-view';
import { ipOrder } from '@/lib/snapshot/merge/address-order';
import { BackendIds } from '../filter/backend-ids';
import type { LongestAddresses } from './map-columns';
import { fixedWidth, remembered } from './sort-key';
import { compareNames } from './natural-order';
import { isWildcard } from './wildcard';
import type { RowGroup } from '../group/row-group';
import { noValue } from '../group/row-group';

/** What owns a block of rows: a Service, a pod (HostPort), or nothing the API knows of. */
export type Owner = { namespace: string; name: string; kind: 'service' | 'pod' | 'none' };

/** One Service with the rows of both of its lists, in their fixed order. */
export type ServiceBlock = Owner & {
  id: string;
  /** In row order. */
  frontends: readonly FrontendView[];
  /** True where a row may stand for others (`foldNodeAddresses`). */
  mayFold: boolean;
  /** Every backend of any of the frontends, once; made when first read. */
  readonly backends: readonly { key: string; view: BackendView; of: FrontendView }[];
  readonly backendCount: number;
  /** Characters of its longest addresses. */
  readonly longest: LongestAddresses;
};

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
 * the same backend, the first by name, so that the backend is drawn once; else it stands under its pod.
 */
export function owners(frontends: readonly FrontendView[], ids = new BackendIds()): Map<string, Owner> {
  const services = new Map<string, Owner>();
  const serviceOf = ({ service }: FrontendView): Owner | null => {
    if (service === null) return null;
    const { namespace, name } = service;
    const id = `${namespace}/${name}`;
    const known = services.get(id);
    if (known) return known;
    const owner: Owner = { namespace, name, kind: 'service' };
    services.set(id, owner);
    return owner;
  };
  // Most lists have few rows without a Service: only their backends are looked for.
  const strays = frontends.filter(({ service }) => service === null);
  const sought = new Set(strays.flatMap((stray) => [...ids.of(stray)]));
  const byBackend = new Map<number, Owner>();
  for (const frontend of frontends) {
    const owner = serviceOf(frontend);
    if (owner === null || sought.size === 0) continue;
    for (const id of ids.of(frontend)) {
      if (!sought.has(id)) continue;
      const known = byBackend.get(id);
      if (!known || (known !== owner && compareOwners(owner, known) < 0)) byBackend.set(id, owner);
    }
  }
  return new Map(
    frontends.map((frontend) => [
      frontend.key,
      serviceOf(frontend) ?? ownerOfStray(frontend, ids.of(frontend), byBackend),
    ]),
  );
}

function ownerOfStray(
  { backends }: FrontendView,
  backendIds: Uint32Array,
  byBackend: ReadonlyMap<number, Owner>,
): Owner {
  for (const id of backendIds) {
    const shared = byBackend.get(id);
    if (shared) return shared;
  }
  const pod = backends.find(({ target }) => target.kind === 'pod')?.target;
  if (pod?.namespace && pod.name) {
    return { namespace: pod.namespace, name: pod.workload ?? pod.name, kind: 'pod' };
  }
  return nobody;
}

function compareOwners(a: Owner, b: Owner): number {
  return (
    Number(a.namespace === noValue) - Number(b.namespace === noValue) ||
    compareNames(a.namespace, b.namespace) ||
    compareNames(a.name, b.name) ||
    a.kind.localeCompare(b.kind)
  );
}

/** Sorts frontends into namespaces and Service blocks. The order depends on names and addresses only. */
export function groupFrontends(
  frontends: readonly FrontendView[],
  ownerByKey: ReadonlyMap<string, Owner>,
): RowGroup[] {
  const found = new Map<string, { owner: Owner; frontends: FrontendView[] }>();
  for (const frontend of frontends) {
    const owner = ownerByKey.get(frontend.key) ?? nobody;
    const id = blockId(owner);
    const block = found.get(id);
    if (block) block.frontends.push(frontend);
    else found.set(id, { owner, frontends: [frontend] });
  }
  const sorted = [...found.values()].sort((a, b) => compareOwners(a.owner, b.owner));
  return byNamespace(sorted.map((block) => serviceBlock(block.owner, sortFrontends(block.frontends))));
}

const nobody: Owner = { namespace: noValue, name: '', kind: 'none' };

function blockId({ kind, namespace, name }: Owner): string {
  return `${kind} ${namespace}/${name}`;
}

/** Blocks in their order, under the namespaces they are in. */
export function byNamespace(blocks: readonly ServiceBlock[]): RowGroup[] {
  const groups: RowGroup[] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (last?.value === block.namespace) last.blocks.push(block);
    else groups.push({ by: 'namespace', value: block.namespace, blocks: [block] });
  }
  return groups;
}

/** The block of an owner with some of its frontends, in row order. One owner may have a block in several groups. */
export function serviceBlock(
  { namespace, name, kind }: Owner,
  frontends: readonly FrontendView[],
  id = blockId({ namespace, name, kind }),
): ServiceBlock {
  let backends: ServiceBlock['backends'] | undefined;
  let backendCount: number | undefined;
  let longest: LongestAddresses | undefined;
  return {
    ...{ namespace, name, kind, id, frontends },
    mayFold: frontends.some(({ type }) => type === 'NodePort' || type === 'HostPort'),
    get backends() {
      return (backends ??= unionOfBackends(frontends));
    },
    get backendCount() {
      return (backendCount ??= countBackends(frontends));
    },
    get longest() {
      return (longest ??= longestOf(frontends));
    },
  };
}

function countBackends(frontends: readonly FrontendView[]): number {
  const [only] = frontends;
  if (frontends.length === 1 && only !== undefined) return only.backends.length;
  return new Set(frontends.flatMap(({ backends }) => backends.map(backendKey))).size;
}

/** Room for the button that opens the addresses behind a wildcard. */
const foldButtonCharacters = 5;

function longestOf(frontends: readonly FrontendView[]): LongestAddresses {
  let frontend = 0;
  let backend = 0;
  for (const view of frontends) {
    const button = isWildcard(view.ip) && frontends.length > 1 ? foldButtonCharacters : 0;
    frontend = Math.max(frontend, addressLength(view) + button);
    for (const one of view.backends) backend = Math.max(backend, addressLength(one));
  }
  return { frontend, backend };
}

function addressLength({ ip, port }: { ip: string; port: number }): number {
  return ip.length + (ip.includes(':') ? 3 : 1) + String(port).length;
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
  const union: { key: string; view: BackendView; of: FrontendView }[] = [];
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

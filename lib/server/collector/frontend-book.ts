import type { FrontendKey } from '@/lib/cilium/frontend';
import { splitAddressSuffix } from '@/lib/cilium/ip-address';
import type { FrontendProblem, FrontendView } from '@/lib/snapshot/frontend-view';
import type { FirstSeen } from '@/lib/snapshot/merge/age-problems';
import { ageProblems } from '@/lib/snapshot/merge/age-problems';
import { findBackendProblems } from '@/lib/snapshot/merge/find-backend-problems';
import { findNodeProblems } from '@/lib/snapshot/merge/find-node-problems';
import { mergeFrontend } from '@/lib/snapshot/merge/merge-frontend';
import type { RowVariant } from '@/lib/snapshot/merge/row-variant';
import { isSameFrontend } from '@/lib/snapshot/merge/same-frontend';
import { MultiMap } from '@/lib/snapshot/names/multi-map';
import type { NameIndex } from '@/lib/snapshot/names/name-index';
import { serviceIPs, serviceKey } from '@/lib/snapshot/names/name-index';
import type { ClusterChange } from './cluster-watch';
import type { Grace } from './collector-options';
import { NodeSetInterner } from './node-set-interner';
import type { TableStore } from './table-store';

type Page = {
  view: FrontendView;
  variants: readonly RowVariant[];
  firstSeen: FirstSeen;
  dueMs: number | null;
};

export type Refreshed = { changed: FrontendView[]; removed: FrontendKey[] };

/** The merged frontends, kept up row by row: only rows that a change can touch are merged again. */
export class FrontendBook {
  private readonly pages = new Map<FrontendKey, Page>();
  /** Rows with a candidate that is not yet a problem. */
  private readonly waiting = new Set<FrontendKey>();
  private readonly byBackendIP = new MultiMap<string, FrontendKey>();
  private readonly byService = new MultiMap<string, FrontendKey>();
  private readonly byIP = new MultiMap<string, FrontendKey>();
  private readonly byPort = new MultiMap<number, FrontendKey>();
  private readonly byAddress = new MultiMap<string, FrontendKey>();
  private readonly nodeSets = new NodeSetInterner();
  private readonly tables: TableStore;
  private readonly names: NameIndex;
  private readonly graceMs: Record<FrontendProblem['kind'], number>;

  constructor(tables: TableStore, names: NameIndex, { nodesDifferMs, leftoverMs }: Grace) {
    this.tables = tables;
    this.names = names;
    this.graceMs = {
      'no-backends': 0,
      'no-active-backend': 0,
      'quarantined-backend': 0,
      'nodes-disagree': nodesDifferMs,
      'missing-on-nodes': nodesDifferMs,
      'leftover-backend': leftoverMs,
    };
  }

  get(key: FrontendKey): FrontendView | null {
    return this.pages.get(key)?.view ?? null;
  }

  views(): FrontendView[] {
    return [...this.pages.values()].map(({ view }) => view);
  }

  keys(): Iterable<FrontendKey> {
    return this.pages.keys();
  }

  /** The rows that a change of the API can touch. */
  touchedBy(change: ClusterChange): Set<FrontendKey> {
    const keys = new Set<FrontendKey>();
    const take = (found: ReadonlySet<FrontendKey>) => found.forEach((key) => keys.add(key));
    for (const object of [change.current, change.previous]) {
      if (object === null) continue;
      if (change.kind === 'nodes') for (const key of this.pages.keys()) keys.add(key);
      // The kind says of which type the object is; TypeScript loses that link in the loop.
      else if ('hostPorts' in object) object.ips.forEach((ip) => take(this.byBackendIP.get(ip)));
      else if ('clusterIPs' in object) {
        take(this.byService.get(serviceKey(object)));
        serviceIPs(object).forEach((ip) => take(this.byIP.get(ip)));
        object.ports.forEach(({ nodePort }) => nodePort !== null && take(this.byPort.get(nodePort)));
      } else if ('endpoints' in object) {
        if (object.service !== null) take(this.byService.get(`${object.namespace}/${object.service}`));
        object.endpoints.forEach(({ addresses }) =>
          addresses.forEach((ip) => take(this.byBackendIP.get(ip))),
        );
      }
    }
    return keys;
  }

  /** The rows whose problems become due by then. */
  due(nowMs: number): FrontendKey[] {
    return [...this.waiting].filter((key) => (this.pages.get(key)?.dueMs ?? Infinity) <= nowMs);
  }

  /** Merges rows again and gives those that came out different. */
  refresh(keys: Iterable<FrontendKey>, freshNodes: ReadonlySet<string>, nowMs: number): Refreshed {
    const changed: FrontendView[] = [];
    const removed: FrontendKey[] = [];
    for (const key of keys) {
      const before = this.pages.get(key);
      const after = this.merge(key, before, freshNodes, nowMs);
      if (after === null) {
        if (before === undefined) continue;
        this.unindex(before.view);
        this.pages.delete(key);
        this.waiting.delete(key);
        removed.push(key);
        continue;
      }
      if (before === undefined || before.view !== after.view) {
        if (before !== undefined) this.unindex(before.view);
        this.index(after.view);
        changed.push(after.view);
      }
      this.pages.set(key, after);
      if (after.dueMs === null) this.waiting.delete(key);
      else this.waiting.add(key);
    }
    return { changed, removed };
  }

  private merge(
    key: FrontendKey,
    before: Page | undefined,
    freshNodes: ReadonlySet<string>,
    nowMs: number,
  ): Page | null {
    const intern = (nodes: readonly string[]) => this.nodeSets.intern(nodes);
    const variants = this.tables.variants(key).map(({ row, nodes }) => ({ row, nodes: intern(nodes) }));
    const merged = mergeFrontend(variants, this.names, intern);
    if (merged === null) return null;
    const siblings = [...this.byAddress.get(addressOf(merged.view))];
    const printsAddress = (node: string) =>
      this.tables.prints(node, key) || siblings.some((sibling) => this.tables.prints(node, sibling));
    const candidates = [
      ...findBackendProblems(this.names, merged, freshNodes),
      ...findNodeProblems(merged, { freshNodes, printsAddress }),
    ];
    const { problems, firstSeen, dueMs } = ageProblems(
      candidates,
      before?.firstSeen ?? new Map(),
      nowMs,
      this.graceMs,
    );
    // What agents say of the row, not the names the API adds, is what gives it a new time.
    const isSame = before !== undefined && areSameVariants(before.variants, variants);
    const changedTimestamp = isSame ? before.view.changedTimestamp : new Date(nowMs).toISOString();
    const view: FrontendView = { ...merged.view, problems, changedTimestamp };
    const shown = before !== undefined && isSameFrontend(before.view, view) ? before.view : view;
    return { view: shown, variants, firstSeen, dueMs };
  }

  private index(view: FrontendView): void {
    this.place(view, 'add');
  }

  private unindex(view: FrontendView): void {
    this.place(view, 'remove');
  }

  private place(view: FrontendView, action: 'add' | 'remove'): void {
    const { key, ip, port, service, backends } = view;
    this.byIP[action](splitAddressSuffix(ip).address, key);
    this.byPort[action](port, key);
    this.byAddress[action](addressOf(view), key);
    if (service !== null) this.byService[action](serviceKey(service), key);
    for (const backend of backends) this.byBackendIP[action](splitAddressSuffix(backend.ip).address, key);
  }
}

/** The address without its protocol, under which agents before and after v1.17 mean the same. */
function addressOf({ ip, port, scope }: Pick<FrontendView, 'ip' | 'port' | 'scope'>): string {
  return `${ip}|${port}|${scope}`;
}

/** Rows are shared and lists of nodes interned, so that equal ones are the same object. */
function areSameVariants(a: readonly RowVariant[], b: readonly RowVariant[]): boolean {
  return (
    a.length === b.length && a.every(({ row, nodes }, at) => row === b[at]?.row && nodes === b[at].nodes)
  );
}

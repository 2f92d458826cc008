import type { FrontendKey } from '@/lib/cilium/frontend';
import { splitAddressSuffix } from '@/lib/cilium/ip-address';
import type { FrontendView } from '@/lib/snapshot/frontend-view';
import type { FirstSeen } from '@/lib/snapshot/merge/date-problems';
import { dateProblems } from '@/lib/snapshot/merge/date-problems';
import { findDeadEnds } from '@/lib/snapshot/merge/find-dead-ends';
import { mergeFrontend } from '@/lib/snapshot/merge/merge-frontend';
import type { RowVariant } from '@/lib/snapshot/merge/row-variant';
import { isSameFrontend } from '@/lib/snapshot/merge/same-frontend';
import { MultiMap } from '@/lib/snapshot/names/multi-map';
import type { NameIndex } from '@/lib/snapshot/names/name-index';
import { serviceIPs, serviceKey } from '@/lib/snapshot/names/name-index';
import type { ClusterChange } from './cluster-watch';
import { NodeSetInterner } from './node-set-interner';
import type { AgreementBook } from './agreement/agreement-book';
import type { TableStore } from './table-store';

type Page = {
  view: FrontendView;
  variants: readonly RowVariant[];
  firstSeen: FirstSeen;
};

export type Refreshed = { changed: FrontendView[]; removed: FrontendKey[] };

/** The merged frontends, kept up row by row: only rows that a change can touch are merged again. */
export class FrontendBook {
  private readonly pages = new Map<FrontendKey, Page>();
  private readonly byBackendIP = new MultiMap<string, FrontendKey>();
  private readonly byService = new MultiMap<string, FrontendKey>();
  private readonly byIP = new MultiMap<string, FrontendKey>();
  private readonly byPort = new MultiMap<number, FrontendKey>();
  private readonly nodeSets = new NodeSetInterner();
  private readonly tables: TableStore;
  private readonly names: NameIndex;
  private readonly agreement: Pick<AgreementBook, 'get'>;

  constructor(tables: TableStore, names: NameIndex, agreement: Pick<AgreementBook, 'get'>) {
    this.tables = tables;
    this.names = names;
    this.agreement = agreement;
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
    const take = (found: Iterable<FrontendKey>) => {
      for (const key of found) keys.add(key);
    };
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
        removed.push(key);
        continue;
      }
      if (before === undefined || before.view !== after.view) {
        if (before !== undefined) this.unindex(before.view);
        this.index(after.view);
        changed.push(after.view);
      }
      this.pages.set(key, after);
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
    const entry = this.agreement.get(key);
    const divergences = entry?.problems ?? [];
    const isTold = divergences.some(({ severity }) => severity === 'high');
    const { problems, firstSeen } = dateProblems(
      isTold ? [] : findDeadEnds(this.names, merged, freshNodes),
      before?.firstSeen ?? new Map(),
      nowMs,
    );
    // What agents say of the row, not the names the API adds, is what gives it a new time.
    const isSame = before !== undefined && areSameVariants(before.variants, variants);
    const changedTimestamp = isSame ? before.view.changedTimestamp : new Date(nowMs).toISOString();
    const view: FrontendView = {
      ...merged.view,
      problems: [...divergences, ...problems],
      doubt: entry?.doubt ?? null,
      changedTimestamp,
    };
    const shown = before !== undefined && isSameFrontend(before.view, view) ? before.view : view;
    return { view: shown, variants, firstSeen };
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
    if (service !== null) this.byService[action](serviceKey(service), key);
    for (const backend of backends) this.byBackendIP[action](splitAddressSuffix(backend.ip).address, key);
  }
}

/** Rows are shared and lists of nodes interned, so that equal ones are the same object. */
function areSameVariants(a: readonly RowVariant[], b: readonly RowVariant[]): boolean {
  return (
    a.length === b.length && a.every(({ row, nodes }, at) => row === b[at]?.row && nodes === b[at].nodes)
  );
}

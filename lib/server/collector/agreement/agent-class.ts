import type { ExpectedFrontend } from '@/lib/cilium/expected-frontends/expected-frontend';
import type { ExpectedTable } from '@/lib/cilium/expected-frontends/expected-table';
import { expectedTable } from '@/lib/cilium/expected-frontends/expected-table';
import type { LoadBalancingCluster, NodeInput } from '@/lib/cilium/expected-frontends/load-balancing-input';
import type { FrontendKey } from '@/lib/cilium/frontend';
import { frontendKey } from '@/lib/cilium/frontend';
import type { ServiceRef } from '@/lib/snapshot/frontend-view';
import type { RowsAfter } from '@/lib/snapshot/agreement/row-change';
import { describeChange, rowsAfter } from '@/lib/snapshot/agreement/row-change';
import { MultiMap } from '@/lib/snapshot/names/multi-map';
import type { ServiceChange } from './convergence-book';

type RowsByNode = Map<string, ExpectedFrontend>;

/** What the agents of one version and configuration must have, by frontend; kept up Service by Service. */
export class AgentClass {
  private table: ExpectedTable | null = null;
  private inputs: ReadonlyMap<string, NodeInput> = new Map();
  private readonly shared = new Map<FrontendKey, ExpectedFrontend>();
  /** Services that claim a frontend; a second one puts it in doubt. */
  private readonly servicesOf = new MultiMap<FrontendKey, string>();
  private readonly keysOf = new Map<string, Set<FrontendKey>>();
  private extra = new Map<FrontendKey, RowsByNode>();
  /** Rows of single nodes, by Service: made again when asked for, and forgotten after each pass. */
  private readonly own = new Map<string, Map<FrontendKey, RowsByNode>>();

  get cluster(): LoadBalancingCluster | null {
    return this.table?.cluster ?? null;
  }

  /** The nodes of these agents. */
  get nodes(): ReadonlyMap<string, NodeInput> {
    return this.inputs;
  }

  /** The group of a Service's rows: the same object as long as nothing of them changes. */
  groupOf(service: string) {
    return this.table?.groups.get(service);
  }

  /**
   * Takes the cluster as it is now. Gives the frontends that agents must have otherwise than before, and the Services
   * whose change makes it so.
   */
  update(cluster: LoadBalancingCluster): { touched: Set<FrontendKey>; changes: ServiceChange[] } {
    const before = this.table;
    const after = expectedTable(cluster, before ?? undefined);
    const sameNodes = isSameList(before?.cluster.nodes ?? [], cluster.nodes);
    this.table = after;
    if (!sameNodes) this.inputs = new Map(cluster.nodes.map((node) => [node.name, node]));
    this.own.clear();
    const touched = new Set<FrontendKey>();
    const changed: string[] = [];
    for (const key of before?.groups.keys() ?? []) {
      if (after.groups.has(key)) continue;
      this.dropGroup(key, touched);
      changed.push(key);
    }
    for (const [key, group] of after.groups) {
      const known = before?.groups.get(key);
      if (known === group && (sameNodes || group.own.length === 0)) continue;
      this.dropGroup(key, touched);
      this.addGroup(key, group.shared, touched);
      if (known !== group) changed.push(key);
    }
    this.updateExtra(touched);
    // Agents that just came, or just became known, have followed nothing.
    const changes = before === null || !sameNodes ? [] : changed.flatMap((key) => this.changeOf(key, before));
    return { touched, changes };
  }

  /** The frontends that some agent must have. */
  keys(): FrontendKey[] {
    return [...this.servicesOf.keys(), ...this.extra.keys()];
  }

  has(key: FrontendKey): boolean {
    return this.servicesOf.has(key) || this.extra.has(key);
  }

  /** The Service that makes a frontend; null where none does. */
  serviceOf(key: FrontendKey): ServiceRef | null {
    const [first] = this.servicesOf.get(key);
    const service = first === undefined ? undefined : this.table?.groups.get(first)?.service;
    return service === undefined
      ? null
      : { namespace: service.namespace, name: service.name, portName: null };
  }

  /** What they must have of one frontend; `own` are rows of single nodes, which stand in place of the shared one. */
  rowsOf(key: FrontendKey): { shared: ExpectedFrontend | null; own: RowsByNode | null } {
    let own = this.extra.get(key) ?? null;
    for (const service of this.servicesOf.get(key)) {
      const ofService = this.ownRowsOf(service).get(key);
      if (ofService !== undefined) own = new Map([...(own ?? []), ...ofService]);
    }
    return { shared: this.shared.get(key) ?? null, own };
  }

  /** Forgets what was made for one pass over the frontends. */
  endPass(): void {
    this.own.clear();
  }

  /** The rows of a Service that single nodes have, by frontend and node. */
  private ownRowsOf(service: string): Map<FrontendKey, RowsByNode> {
    const known = this.own.get(service);
    if (known !== undefined) return known;
    const rows = new Map<FrontendKey, RowsByNode>();
    const group = this.table?.groups.get(service);
    if (group !== undefined && group.own.length > 0) {
      for (const node of this.inputs.values()) {
        for (const row of this.table?.ofServiceOnNode(service, node) ?? []) addRow(rows, node.name, row);
      }
    }
    this.own.set(service, rows);
    return rows;
  }

  private addGroup(service: string, shared: readonly ExpectedFrontend[], touched: Set<FrontendKey>): void {
    const keys = new Set<FrontendKey>();
    for (const row of shared) {
      const key = frontendKey(row);
      this.shared.set(key, row);
      keys.add(key);
    }
    for (const key of this.ownRowsOf(service).keys()) keys.add(key);
    for (const key of keys) {
      this.servicesOf.add(key, service);
      touched.add(key);
    }
    if (keys.size > 0) this.keysOf.set(service, keys);
  }

  private dropGroup(service: string, touched: Set<FrontendKey>): void {
    for (const key of this.keysOf.get(service) ?? []) {
      this.servicesOf.remove(key, service);
      this.shared.delete(key);
      touched.add(key);
    }
    this.keysOf.delete(service);
  }

  private changeOf(service: string, before: ExpectedTable): ServiceChange[] {
    const [old, young] = [before.groups.get(service), this.table?.groups.get(service)];
    const found = young ?? old;
    if (found === undefined) return [];
    const { namespace, name } = found.service;
    const [oldShared, youngShared] = [old?.shared ?? [], young?.shared ?? []];
    const shared = rowsAfter(oldShared, youngShared);
    const nodes = new Map<string, RowsAfter>();
    let [allOld, allYoung] = [oldShared, youngShared];
    for (const node of this.inputs.values()) {
      // Most Services have the same rows on every node: what follows from them is one object.
      if ((old?.own.length ?? 0) + (young?.own.length ?? 0) > 0) {
        const ownOld = before.ofServiceOnNode(service, node);
        const ownYoung = this.table?.ofServiceOnNode(service, node) ?? [];
        allOld = [...oldShared, ...ownOld];
        allYoung = [...youngShared, ...ownYoung];
        const rows = rowsAfter(allOld, allYoung);
        if (rows !== null) nodes.set(node.name, rows);
      } else if (shared !== null) nodes.set(node.name, shared);
    }
    return [{ service: { namespace, name }, what: describeChange(allOld, allYoung), nodes }];
  }

  private updateExtra(touched: Set<FrontendKey>): void {
    const before = this.extra;
    const after = new Map<FrontendKey, RowsByNode>();
    for (const node of this.inputs.values()) {
      for (const row of this.table?.extraOnNode(node) ?? []) addRow(after, node.name, row);
    }
    this.extra = after;
    const text = (rows: RowsByNode | undefined) => JSON.stringify([...(rows ?? [])]);
    for (const key of new Set([...before.keys(), ...after.keys()])) {
      if (text(before.get(key)) !== text(after.get(key))) touched.add(key);
    }
  }
}

function addRow(rows: Map<FrontendKey, RowsByNode>, node: string, row: ExpectedFrontend): void {
  const key = frontendKey(row);
  const byNode = rows.get(key);
  if (byNode === undefined) rows.set(key, new Map([[node, row]]));
  else byNode.set(node, row);
}

function isSameList<Item>(a: readonly Item[], b: readonly Item[]): boolean {
  return a.length === b.length && a.every((item, at) => item === b[at]);
}

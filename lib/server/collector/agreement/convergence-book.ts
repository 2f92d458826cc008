import { compareRow } from '@/lib/cilium/agreement/compare-row';
import { followDelays } from '@/lib/snapshot/agreement/follow-delays';
import type { RowsAfter } from '@/lib/snapshot/agreement/row-change';
import type { ConvergenceView } from '@/lib/snapshot/convergence-view';
import type { TableStore } from '../table-store';

/** A change of one Service's rows, as agents of one kind have to follow it. */
export type ServiceChange = {
  service: { namespace: string; name: string };
  what: string;
  /** What each agent that is concerned must have then. */
  nodes: ReadonlyMap<string, RowsAfter>;
};

type OpenChange = {
  id: number;
  service: ServiceChange['service'];
  what: string;
  changedMs: number;
  agents: number;
  waiting: Map<string, RowsAfter>;
  delaysMs: Map<string, number>;
};

const keptMax = 200;
/** Changes that agents have not followed: past it, the oldest is given up. */
const openMax = 100;

/** When agents followed each change of the API: the latest changes, and of those that are through only the sum. */
export class ConvergenceBook {
  private readonly tables: Pick<TableStore, 'rowOn'>;
  /** Open changes of a Service, the oldest first. */
  private readonly open = new Map<string, OpenChange[]>();
  private closed: ConvergenceView[] = [];
  private readonly news = new Map<number, ConvergenceView>();
  /** Changes that were told of, and that agents still follow. */
  private readonly told = new Set<number>();
  private nextId = 1;

  constructor(tables: Pick<TableStore, 'rowOn'>) {
    this.tables = tables;
  }

  /** Notes a change that the API's watch brought at a time; `answeredMs` says when a node gave its last answer. */
  note(
    { service, what, nodes }: ServiceChange,
    changedMs: number,
    answeredMs: (node: string) => number,
  ): void {
    if (nodes.size === 0) return;
    const change: OpenChange = {
      id: this.nextId,
      ...{ service, what, changedMs, agents: nodes.size },
      waiting: new Map(nodes),
      delaysMs: new Map(),
    };
    this.nextId += 1;
    const name = `${service.namespace}/${service.name}`;
    this.open.set(name, [...(this.open.get(name) ?? []), change]);
    // An agent may have heard of it before us.
    for (const node of nodes.keys()) this.follow(name, node, answeredMs(node));
    this.tell(change);
    this.close();
  }

  /** An agent gave another table. */
  answered(node: string, atMs: number): void {
    for (const name of this.open.keys()) this.follow(name, node, atMs);
    this.close();
  }

  /** An agent is gone, or another took its place: nobody waits for it. */
  forget(node: string): void {
    for (const changes of this.open.values()) {
      for (const change of changes) {
        if (!change.waiting.delete(node)) continue;
        change.agents -= 1;
        this.tell(change);
      }
    }
    this.close();
  }

  /** The latest changes, newest first. */
  views(): ConvergenceView[] {
    const open = [...this.open.values()].flat().map(toView);
    return [...open, ...this.closed].sort((a, b) => b.id - a.id).slice(0, keptMax);
  }

  /** Changes that came, and those that agents have followed or that were given up, since they were last given. */
  takeNews(): ConvergenceView[] {
    const due = [...this.news.values()].filter(({ id }) => !this.told.has(id) || this.isThrough(id));
    this.news.clear();
    for (const { id } of due) {
      if (this.isThrough(id)) this.told.delete(id);
      else this.told.add(id);
    }
    return due;
  }

  private isThrough(id: number): boolean {
    return ![...this.open.values()].some((changes) => changes.some((change) => change.id === id));
  }

  /** An agent that has what a later change asks for has followed the earlier ones too. */
  private follow(name: string, node: string, atMs: number): void {
    const changes = this.open.get(name) ?? [];
    const reached = changes.findLastIndex(({ waiting }) => {
      const wanted = waiting.get(node);
      return wanted !== undefined && this.has(node, wanted);
    });
    for (const change of changes.slice(0, reached + 1)) {
      if (!change.waiting.delete(node)) continue;
      change.delaysMs.set(node, Math.max(0, atMs - change.changedMs));
      this.tell(change);
    }
  }

  private has(node: string, { rows, gone }: RowsAfter): boolean {
    const isThere = (row: RowsAfter['rows'][number]) =>
      row.doubt?.about === 'row' ||
      compareRow(this.tables.rowOn(node, row), row, row.doubt === null).length === 0;
    return rows.every(isThere) && gone.every((key) => this.tables.rowOn(node, key) === null);
  }

  private tell(change: OpenChange): void {
    this.news.set(change.id, toView(change));
  }

  /** Keeps only the sum of what is through, and a bounded number of both. */
  private close(): void {
    const all = [...this.open.values()].flat().sort((a, b) => a.id - b.id);
    const givenUp = new Set(all.slice(0, Math.max(0, all.length - openMax)));
    for (const [name, changes] of this.open) {
      const left: OpenChange[] = [];
      for (const change of changes) {
        if (givenUp.has(change)) this.tell(change);
        if (change.waiting.size > 0 && !givenUp.has(change)) left.push(change);
        else if (change.agents > 0) this.closed.push(toView(change));
      }
      if (left.length === 0) this.open.delete(name);
      else this.open.set(name, left);
    }
    if (this.closed.length > keptMax) this.closed = this.closed.slice(-keptMax);
  }
}

function toView({ id, service, what, changedMs, agents, waiting, delaysMs }: OpenChange): ConvergenceView {
  return {
    id,
    service,
    what,
    changedAt: new Date(changedMs).toISOString(),
    agents,
    ...followDelays(delaysMs, waiting.keys()),
  };
}

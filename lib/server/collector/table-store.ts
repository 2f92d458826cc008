import type { Frontend, FrontendKey } from '@/lib/cilium/frontend';
import { frontendKey } from '@/lib/cilium/frontend';
import type { L3n4Addr, L4Protocol } from '@/lib/cilium/l3n4-addr';
import type { RowVariant } from '@/lib/snapshot/merge/row-variant';
import type { TableRow } from '@/lib/snapshot/merge/table-row';
import { isSameRow, toTableRow } from '@/lib/snapshot/merge/table-row';
import { NodeBits } from './node-bits';

const setsMax = 4_096;

type Shared = { row: TableRow; nodes: NodeBits };

/** One node's table: shared rows in the order printed, and beside each its number and its line. */
type NodeTable = {
  index: number;
  rows: Shared[];
  ids: Uint32Array;
  lines: Uint32Array;
  backendCount: number;
  /** A protocol that its rows print; null where they print none. */
  protocol: L4Protocol | null;
};

/** Where a node printed a row. `line` is 1-based. */
export type PrintedAt = { id: number; line: number; lineCount: number };

/**
 * The tables of all nodes. Rows are interned: one that is equal on N nodes is stored once, and a node costs
 * 16 bytes a row beyond that.
 */
export class TableStore {
  private readonly byKey = new Map<FrontendKey, Shared[]>();
  private readonly tables = new Map<string, NodeTable>();
  private readonly nodeAt: (string | null)[] = [];
  private readonly namesOf = new Map<string, readonly string[]>();

  /** Replaces a node's table. Gives the keys whose rows changed, and how many rows said the same address twice. */
  set(node: string, frontends: readonly Frontend[]): { changed: Set<FrontendKey>; duplicates: number } {
    const before = this.tables.get(node);
    const index = before?.index ?? this.takeIndex(node);
    const rows: Shared[] = [];
    const ids: number[] = [];
    const lines: number[] = [];
    const seen = new Set<FrontendKey>();
    let duplicates = 0;
    let backendCount = 0;
    for (const frontend of frontends) {
      const key = frontendKey(frontend);
      if (seen.has(key)) {
        duplicates += 1;
        continue;
      }
      seen.add(key);
      const shared = this.rowOf(key, frontend);
      backendCount += shared.row.backends.length;
      rows.push(shared);
      ids.push(frontend.id);
      lines.push(frontend.line);
    }
    const protocol = frontends.find((one) => one.protocol !== null)?.protocol ?? null;
    const [idArray, lineArray] = [Uint32Array.from(ids), Uint32Array.from(lines)];
    const table = { index, rows, ids: idArray, lines: lineArray, backendCount, protocol };
    this.tables.set(node, table);
    return { changed: this.replace(index, before?.rows ?? [], rows), duplicates };
  }

  /** Forgets a node. Gives the keys whose rows changed. */
  remove(node: string): Set<FrontendKey> {
    const table = this.tables.get(node);
    if (table === undefined) return new Set();
    this.tables.delete(node);
    const changed = this.replace(table.index, table.rows, []);
    this.nodeAt[table.index] = null;
    return changed;
  }

  /** The forms of a row and who prints them; empty where nobody does. */
  variants(key: FrontendKey): RowVariant[] {
    return (this.byKey.get(key) ?? []).map(({ row, nodes }) => ({ row, nodes: this.names(nodes) }));
  }

  keys(): Iterable<FrontendKey> {
    return this.byKey.keys();
  }

  has(key: FrontendKey): boolean {
    return this.byKey.has(key);
  }

  /** True where the node's table has the row. */
  prints(node: string, key: FrontendKey): boolean {
    const index = this.tables.get(node)?.index;
    return index !== undefined && (this.byKey.get(key) ?? []).some(({ nodes }) => nodes.has(index));
  }

  /** A node's row, by its address or its key; null where it has none. */
  rowOn(node: string, address: L3n4Addr | FrontendKey): TableRow | null {
    const index = this.tables.get(node)?.index;
    if (index === undefined) return null;
    const key = typeof address === 'string' ? address : frontendKey(address);
    return (this.byKey.get(key) ?? []).find(({ nodes }) => nodes.has(index))?.row ?? null;
  }

  /** Where a node printed a row; null where it did not. */
  printedAt(node: string, key: FrontendKey): PrintedAt | null {
    const table = this.tables.get(node);
    const shared = this.byKey.get(key)?.find(({ nodes }) => table !== undefined && nodes.has(table.index));
    if (table === undefined || shared === undefined) return null;
    const at = table.rows.indexOf(shared);
    return { id: table.ids[at] ?? 0, line: table.lines[at] ?? 1, lineCount: shared.row.lineCount };
  }

  /** A protocol that a node's table prints: `ANY` where the agent does not tell them apart; null where it prints none. */
  protocolOf(node: string): L4Protocol | null {
    return this.tables.get(node)?.protocol ?? null;
  }

  counts(node: string): { frontends: number; backends: number } | null {
    const table = this.tables.get(node);
    return table === undefined ? null : { frontends: table.rows.length, backends: table.backendCount };
  }

  /** How many distinct rows are held, for the measure. */
  get distinctRows(): number {
    let count = 0;
    for (const variants of this.byKey.values()) count += variants.length;
    return count;
  }

  private takeIndex(node: string): number {
    const free = this.nodeAt.indexOf(null);
    const index = free === -1 ? this.nodeAt.length : free;
    this.nodeAt[index] = node;
    this.namesOf.clear();
    return index;
  }

  private rowOf(key: FrontendKey, frontend: Frontend): Shared {
    for (const shared of this.byKey.get(key) ?? []) if (isSameRow(shared.row, frontend)) return shared;
    return { row: toTableRow(frontend), nodes: new NodeBits() };
  }

  private replace(index: number, before: readonly Shared[], after: readonly Shared[]): Set<FrontendKey> {
    const changed = new Set<FrontendKey>();
    const kept = new Set(after);
    for (const shared of before) {
      if (kept.has(shared)) continue;
      shared.nodes.remove(index);
      changed.add(shared.row.key);
      if (shared.nodes.size === 0) this.drop(shared);
    }
    for (const shared of kept) {
      if (shared.nodes.has(index)) continue;
      if (shared.nodes.size === 0) this.place(shared);
      shared.nodes.add(index);
      changed.add(shared.row.key);
    }
    return changed;
  }

  private place(shared: Shared): void {
    const variants = this.byKey.get(shared.row.key);
    if (variants === undefined) this.byKey.set(shared.row.key, [shared]);
    else variants.push(shared);
  }

  private drop(shared: Shared): void {
    const rest = (this.byKey.get(shared.row.key) ?? []).filter((variant) => variant !== shared);
    if (rest.length === 0) this.byKey.delete(shared.row.key);
    else this.byKey.set(shared.row.key, rest);
  }

  /** One sorted array for each set of nodes: thousands of rows share a few sets. */
  private names(nodes: NodeBits): readonly string[] {
    const { id } = nodes;
    const known = this.namesOf.get(id);
    if (known !== undefined) return known;
    if (this.namesOf.size >= setsMax) this.namesOf.clear();
    const names = [...nodes].flatMap((index) => this.nodeAt[index] ?? []).sort();
    this.namesOf.set(id, names);
    return names;
  }
}

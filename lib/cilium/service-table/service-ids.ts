import { compareL3n4Addrs, isIPv6 } from '../expected-frontends/address-order';
import type { ExpectedFrontend } from '../expected-frontends/expected-frontend';
import { frontendKey } from '../frontend';
import type { TableRow } from './table-row';

type Group = { rows: readonly ExpectedFrontend[]; ids: readonly number[] };

/**
 * The IDs of a node's service table, as they stand in its BPF maps: counted from 1 in the order of arrival,
 * kept as long as the frontend lives, and kept over a restart of the agent.
 */
export class ServiceIds {
  readonly #groups = new Map<string, Group>();
  #next = 1;
  #nodeAddresses: readonly string[] = [];

  get isEmpty(): boolean {
    return this.#groups.size === 0;
  }

  /** Sets the addresses that copies of node ports are made for: each copy uses up an ID. */
  listenOn(nodeAddresses: readonly string[]): void {
    this.#nodeAddresses = nodeAddresses;
  }

  /** Gives the rows of one group (a Service, a pod) their IDs; `postponed` rows get theirs with `assignPostponed`. */
  assign(group: string, rows: readonly ExpectedFrontend[], postponed: ReadonlySet<string>): void {
    const before = this.#groups.get(group);
    if (before?.rows === rows) return;
    const known = new Map<string, number>();
    before?.rows.forEach((row, index) => known.set(frontendKey(row), before.ids[index] ?? 0));
    const ids = rows.map((row) => {
      if (!row.programmed) return 0;
      const kept = known.get(frontendKey(row));
      if (kept !== undefined) return kept;
      return postponed.has(row.ip) ? -1 : this.#take(row);
    });
    this.#groups.set(group, { rows, ids });
  }

  /** Gives IDs to the rows that were put off, the latest group first: the agent walks its services anew. */
  assignPostponed(): void {
    for (const [name, group] of [...this.#groups].reverse()) {
      if (!group.ids.includes(-1)) continue;
      const ids = group.ids.map((id, index) => {
        const row = group.rows[index];
        return id === -1 && row !== undefined ? this.#take(row) : id;
      });
      this.#groups.set(name, { rows: group.rows, ids });
    }
  }

  /** Drops the groups that are gone. */
  keepOnly(groups: ReadonlySet<string>): void {
    for (const name of [...this.#groups.keys()]) if (!groups.has(name)) this.#groups.delete(name);
  }

  rows(): TableRow[] {
    const rows: TableRow[] = [];
    for (const group of this.#groups.values()) {
      group.rows.forEach((frontend, index) => rows.push({ id: group.ids[index] ?? 0, frontend }));
    }
    // Rows without an ID come first, by address as the table has them.
    return rows.sort((a, b) => a.id - b.id || compareL3n4Addrs(a.frontend, b.frontend));
  }

  #take({ copiedToNodeAddresses, ip }: ExpectedFrontend): number {
    const id = this.#next;
    const isCopied = (address: string): boolean => isIPv6(address) === isIPv6(ip);
    this.#next += 1 + (copiedToNodeAddresses ? this.#nodeAddresses.filter(isCopied).length : 0);
    return id;
  }
}

import type { NodeRows } from './rows-model';

/** What became of a row since the last edit. */
export type RowChange = 'new' | 'changed' | 'same';

export type RowChanges = {
  /** By the row's key. */
  byKey: ReadonlyMap<string, RowChange>;
  /** Rows that are gone: their lines as they were printed. */
  gone: { key: string; lines: string[] }[];
};

/** Compares a node's rows with those before: by address, and within a row by its type and backends, never by ID. */
export function rowChanges(before: NodeRows | null, now: NodeRows): RowChanges {
  const old = new Map(before?.rows.map((row) => [row.key, row]));
  const byKey = new Map(
    now.rows.map((row): [string, RowChange] => {
      const other = old.get(row.key);
      if (before === null) return [row.key, 'same'];
      if (other === undefined) return [row.key, 'new'];
      return [row.key, contentOf(other) === contentOf(row) ? 'same' : 'changed'];
    }),
  );
  const keys = new Set(byKey.keys());
  const gone = (before?.rows ?? []).filter(({ key }) => !keys.has(key));
  return { byKey, gone: gone.map(({ key, lines }) => ({ key, lines })) };
}

function contentOf({ frontend: { type, backends } }: NodeRows['rows'][number]): string {
  return [type, ...backends.map(({ ip, port, state }) => `${ip} ${port} ${state}`)].join('\n');
}

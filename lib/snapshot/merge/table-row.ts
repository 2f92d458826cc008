import type { Backend } from '@/lib/cilium/backend';
import type { Frontend, FrontendKey, ServiceType } from '@/lib/cilium/frontend';
import { frontendKey } from '@/lib/cilium/frontend';
import type { L3n4Addr } from '@/lib/cilium/l3n4-addr';

/**
 * A row without what is a node's own (its number and its line): equal on most nodes, and then one object.
 * `identity` is equal exactly where all the rest is.
 */
export type TableRow = L3n4Addr & {
  key: FrontendKey;
  identity: string;
  type: ServiceType | null;
  remote: boolean;
  backends: readonly TableBackend[];
  /** Lines of output the row takes. */
  lineCount: number;
};

export type TableBackend = Omit<Backend, 'line'>;

/** Takes from a parsed row what other nodes may share. */
export function toTableRow(frontend: Frontend): TableRow {
  const { ip, port, protocol, scope, type, remote, backends } = frontend;
  const key = frontendKey(frontend);
  const lineCount = linesOf(frontend);
  return {
    key,
    identity: [key, type, remote, ...backends.map(backendIdentity), lineCount].join(';'),
    ip,
    port,
    protocol,
    scope,
    type,
    remote,
    backends: backends.map(({ line: _line, ...backend }) => backend),
    lineCount,
  };
}

/** True where a parsed row says what a shared one says. Compares in place: it runs for every row of every answer. */
export function isSameRow(row: TableRow, frontend: Frontend): boolean {
  const { backends } = frontend;
  if (row.type !== frontend.type || row.remote !== frontend.remote) return false;
  if (row.backends.length !== backends.length || row.lineCount !== linesOf(frontend)) return false;
  for (let at = 0; at < backends.length; at += 1) {
    const a = row.backends[at];
    const b = backends[at];
    if (a === undefined || b === undefined || !isSameBackend(a, b)) return false;
  }
  return (
    row.ip === frontend.ip &&
    row.port === frontend.port &&
    row.protocol === frontend.protocol &&
    row.scope === frontend.scope
  );
}

function isSameBackend(a: TableBackend, b: TableBackend): boolean {
  return (
    a.ip === b.ip &&
    a.port === b.port &&
    a.state === b.state &&
    a.protocol === b.protocol &&
    a.scope === b.scope &&
    a.preferred === b.preferred
  );
}

function backendIdentity({ ip, port, protocol, scope, state, preferred }: TableBackend): string {
  return [ip, port, protocol, scope, state, preferred].join('|');
}

function linesOf({ line, backends }: Frontend): number {
  let last = line;
  for (const backend of backends) last = Math.max(last, backend.line);
  return last - line + 1;
}

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

/** Gives the identity of a parsed row, from which `toTableRow` need not be called where it is known. */
export function rowIdentity(frontend: Frontend): string {
  let identity = `${frontendKey(frontend)} ${frontend.type ?? '-'}${frontend.remote ? ' remote' : ''}`;
  let lines = 1;
  for (const { ip, port, protocol, scope, state, preferred, line } of frontend.backends) {
    identity += `;${ip}|${port}|${protocol ?? ''}|${scope === 'internal' ? 'i' : ''}|${state ?? ''}|${preferred ?? ''}`;
    lines = Math.max(lines, line - frontend.line + 1);
  }
  return `${identity}#${lines}`;
}

/** Takes from a parsed row what other nodes may share. */
export function toTableRow(frontend: Frontend, identity: string): TableRow {
  const { ip, port, protocol, scope, type, remote, backends, line } = frontend;
  return {
    key: frontendKey(frontend),
    identity,
    ip,
    port,
    protocol,
    scope,
    type,
    remote,
    backends: backends.map(({ line: _line, ...backend }) => backend),
    lineCount: backends.reduce((most, backend) => Math.max(most, backend.line - line + 1), 1),
  };
}

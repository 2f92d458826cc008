import type { Backend, BackendState } from '../backend';
import type { ExpectedFrontend } from '../expected-frontends/expected-frontend';
import type { Frontend } from '../frontend';
import type { RowDifference } from './row-difference';

type PrintedBackend = Pick<Backend, 'ip' | 'port' | 'protocol' | 'state'>;
export type PrintedRow = Pick<Frontend, 'type'> & { backends: readonly PrintedBackend[] };

function addressOf({ ip, port }: Pick<Backend, 'ip' | 'port'>): string {
  return `${ip} ${port}`;
}

/** A state in which an agent opens new connections; agents up to v1.11 print none, and use every backend. */
function isUsable(state: BackendState | null): boolean {
  return state === null || state === 'active';
}

/**
 * Compares a row of an agent's table with the one it must have; null on either side: there is none. Order, weights and
 * numbers do not count. `backendsKnown` false: which backends it must have is not known, so none is compared.
 */
export function compareRow(
  printed: PrintedRow | null,
  expected: Pick<ExpectedFrontend, 'type' | 'backends'> | null,
  backendsKnown = true,
): RowDifference[] {
  if (expected === null) {
    if (printed === null) return [];
    return [{ kind: 'leftover-row', usable: countUsable(printed.backends) }];
  }
  if (printed === null) return [{ kind: 'missing-row', wanted: expected.type }];
  const differences: RowDifference[] = [];
  if (printed.type !== null && printed.type !== expected.type) {
    differences.push({ kind: 'wrong-type', type: printed.type, wanted: expected.type });
  }
  if (!backendsKnown || isAlike(printed.backends, expected.backends)) return differences;
  return [...differences, ...compareBackends(printed.backends, expected.backends)];
}

function countUsable(backends: readonly Pick<Backend, 'state'>[]): number {
  return backends.filter(({ state }) => isUsable(state)).length;
}

/** The usual case, without making anything: the same backends in the same order. */
function isAlike(printed: readonly PrintedBackend[], expected: ExpectedFrontend['backends']): boolean {
  if (printed.length !== expected.length) return false;
  for (let at = 0; at < printed.length; at += 1) {
    const a = printed[at];
    const b = expected[at];
    if (a?.ip !== b?.ip || a?.port !== b?.port) return false;
    if (a !== undefined && a.state !== null && a.state !== b?.state) return false;
  }
  return true;
}

function compareBackends(
  printed: readonly PrintedBackend[],
  expected: ExpectedFrontend['backends'],
): RowDifference[] {
  const usable = countUsable(printed);
  const left = new Map(printed.map((backend) => [addressOf(backend), backend]));
  const differences: RowDifference[] = [];
  for (const { ip, port, protocol, state: wanted } of expected) {
    const backend = { ip, port, protocol };
    const found = left.get(addressOf(backend));
    left.delete(addressOf(backend));
    if (found === undefined) differences.push({ kind: 'missing-backend', backend, wanted, usable });
    else if (found.state !== null && found.state !== wanted) {
      // Health checks are the agent's own: the API knows nothing of them.
      const kind = found.state === 'quarantined' ? 'quarantined-backend' : 'wrong-state';
      differences.push({ kind, backend, state: found.state, wanted, usable });
    }
  }
  for (const { ip, port, protocol, state } of left.values()) {
    differences.push({ kind: 'leftover-backend', backend: { ip, port, protocol }, state, usable });
  }
  return differences;
}

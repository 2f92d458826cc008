import type { BackendChoice, Candidate } from './packet-walk';
import { formatSocketAddress } from './packet';
import type { PacketQuestion, PathBackend, PathRow } from './packet-question';

/** Gives the backends that new connections may go to: the active ones, or where none is the terminating ones (KEP-1669). */
export function servingBackends(backends: readonly PathBackend[]): {
  backends: PathBackend[];
  isFallback: boolean;
} {
  const active = backends.filter(({ state }) => state === null || state === 'active');
  if (active.length > 0) return { backends: active, isFallback: false };
  return { backends: backends.filter(({ state }) => state === 'terminating'), isFallback: true };
}

/**
 * Gives how a row's backend is found, and with what shares; null where nobody serves. Maglev counts for packets from
 * outside only; sockets and pods choose at random.
 */
export function chooseBackend(
  row: PathRow,
  { follow, policies, moment, client }: PacketQuestion,
): BackendChoice | null {
  const { backends, isFallback } = servingBackends(row.backends);
  const followed =
    backends.find(({ ip, port }) => formatSocketAddress({ ip, port }) === follow) ?? backends[0];
  if (followed === undefined) return null;
  const candidates = shares(backends, client.kind === 'outside');
  const byMaglev = client.kind === 'outside' && backends.every(({ maglevShare }) => maglevShare !== null);
  return {
    method:
      moment === 'later'
        ? 'connection'
        : policies.sessionAffinity
          ? 'affinity'
          : backends.length === 1
            ? 'only'
            : byMaglev
              ? 'maglev'
              : 'random',
    candidates,
    followed,
    isFallback,
  };
}

function shares(backends: readonly PathBackend[], isOutside: boolean): Candidate[] {
  const total = backends.reduce((sum, { maglevShare }) => sum + (maglevShare ?? 0), 0);
  const byMaglev = isOutside && total > 0 && backends.every(({ maglevShare }) => maglevShare !== null);
  return backends.map((backend) => ({
    backend,
    share: byMaglev ? (backend.maglevShare ?? 0) / total : 1 / backends.length,
  }));
}

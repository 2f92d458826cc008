import { backendStateMeanings } from '@/lib/cilium/backend-state';
import type { ApiBackendView } from '@/lib/snapshot/frontend-view';
import type { MaglevShares } from '@/lib/snapshot/trace/maglev-shares-of';
import { shareKey } from '@/lib/snapshot/trace/maglev-shares-of';
import type { MatrixRow } from './backend-matrix';
import { formatShare } from './trace/format-share';

/** What more there is to say of a backend: short facts, and what its state means where it is not the usual one. */
export type BackendFacts = { facts: string[]; meaning: string | null };

/** What the facts of backends come from; `maglev` is null where clients outside are not spread by Maglev. */
export type FactSources = { apiBackends: readonly ApiBackendView[] | null; maglev: MaglevShares | null };

/** Gives workload, zone, weight and Maglev share of a backend, and the meaning of its state. */
export function backendFacts(
  { ip, port, backend }: Pick<MatrixRow, 'ip' | 'port' | 'backend'>,
  { apiBackends, maglev }: FactSources,
): BackendFacts {
  const inApi = apiBackends?.find((candidate) => candidate.ip === ip && candidate.port === port);
  const zone = backend?.target.zone ?? inApi?.zone ?? null;
  const weight = inApi?.weight ?? (maglev === null ? null : 100);
  const share = maglev?.shareOf.get(shareKey({ ip, port }));
  const workload = backend?.target.workload ?? null;
  const facts = [
    workload === null ? '' : `of ${workload}`,
    zone ?? '',
    weight === null ? '' : `weight ${weight}`,
    maglev === null ? '' : `Maglev ${formatShare(share ?? 0)}`,
    inApi?.hinted === true ? 'hinted to zones or nodes' : '',
  ].filter((fact) => fact !== '');
  const state = backend?.state ?? null;
  return { facts, meaning: state === null || state === 'active' ? null : backendStateMeanings[state] };
}

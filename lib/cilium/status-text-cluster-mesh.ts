import type { RemoteCluster } from './cluster-mesh-status';
import type { StatusDraft } from './status-draft';
import type { BlockReader, LineReader } from './status-text-reader';

/** `1/1 clusters ready, 7 global-services`; since v1.13 `remote clusters`, since v1.19 without the services. */
export const readClusterMesh: LineReader = (value, draft, line) => {
  const match = /^(\d{1,6})\/(\d{1,6}) (?:remote )?clusters ready(?:, (\d{1,9}) global-services)?$/.exec(
    value,
  );
  if (match === null) return false;
  draft.status.clusterMesh = { ready: Number(match[1]), total: Number(match[2]) };
  if (match[3] !== undefined) draft.status.clusterMesh.globalServices = Number(match[3]);
  draft.mark('clusterMesh', line, draft.status.clusterMesh);
  return true;
};

const counters: Readonly<Record<string, 'nodes' | 'endpoints' | 'identities' | 'services' | 'failures'>> = {
  nodes: 'nodes',
  endpoints: 'endpoints',
  identities: 'identities',
  services: 'services',
  failures: 'failures',
  reconnections: 'failures',
};

/**
 * The remote clusters below: one line of counts,
 * `eu-west: ready, 5 nodes, 120 endpoints, 60 identities, 7 services, 1 failures (last: never)`,
 * then lines that start with `└`: the connection's state first, then details.
 */
export function clusterMeshBlock(draft: StatusDraft): BlockReader {
  return {
    readLine(text, line) {
      const trimmed = text.trim();
      const mesh = draft.status.clusterMesh;
      if (mesh === undefined) return false;
      mesh.clusters ??= [];
      const last = mesh.clusters.at(-1);
      if (trimmed.startsWith('└')) return last !== undefined && readDetail(trimmed.slice(1).trim(), last);
      const cluster = parseCounts(trimmed);
      if (cluster === null) return false;
      draft.mark(`clusterMesh.clusters.${mesh.clusters.length}`, line, cluster);
      mesh.clusters.push(cluster);
      return true;
    },
  };
}

function parseCounts(text: string): RemoteCluster | null {
  const colon = text.indexOf(': ');
  if (colon <= 0) return null;
  const [readiness, ...counts] = text.slice(colon + 2).split(', ');
  if (readiness !== 'ready' && readiness !== 'not-ready') return null;
  const cluster: RemoteCluster = { name: text.slice(0, colon), ready: readiness === 'ready' };
  for (const count of counts) {
    const match = /^(\d{1,12}) ([A-Za-z]+)(?:$| \(last)/.exec(count);
    const key = counters[match?.[2] ?? ''];
    if (key !== undefined) cluster[key] = Number(match?.[1]);
  }
  return cluster;
}

function readDetail(detail: string, cluster: RemoteCluster): boolean {
  if (cluster.status === undefined && !/^(?:remote configuration|synchronization status):/.test(detail)) {
    cluster.status = detail;
  } else {
    cluster.details = [...(cluster.details ?? []), detail];
  }
  return true;
}

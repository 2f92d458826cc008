import type { TrainingCluster } from '@/lib/server/training/training-cluster';

const namespace = 'kube-system';

/** How often a cluster's objects were written, as the cluster itself counts it. */
export type ChangeCounts = {
  /** Writes of the ConfigMap that its API server took, dry runs aside. */
  configWrites: number;
  /** `metadata.generation` of the DaemonSet: each write of its spec adds one. */
  daemonSetGeneration: number;
  /** Deletions of pods that were taken. */
  podDeletions: number;
};

/** Counts from a moment of the cluster's own time. Throws where the log of requests does not reach back so far. */
export function changeCounts({ api, requests }: TrainingCluster, sinceMs: number): ChangeCounts {
  const log = requests();
  if (log.length >= 2_000 && (log[0]?.atMs ?? 0) > sinceMs)
    throw new Error('the log of requests is too short');
  const taken = log.filter(
    ({ atMs, code, url }) => atMs >= sinceMs && code === 200 && !url.includes('dryRun'),
  );
  const daemonSet = api.get('DaemonSet', 'cilium', namespace);
  return {
    configWrites: taken.filter(
      ({ method, url }) => ['PATCH', 'PUT'].includes(method) && url.includes('/configmaps/cilium-config'),
    ).length,
    daemonSetGeneration: daemonSet?.metadata.generation ?? 0,
    podDeletions: taken.filter(({ method, url }) => method === 'DELETE' && url.includes('/pods/')).length,
  };
}

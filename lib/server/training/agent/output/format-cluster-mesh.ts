import type { CiliumVersion } from '../cilium-version';
import { atLeast } from '../cilium-version';
import { formatTimeSince } from './format-controllers';
import type { RemoteClusterModel, StatusResponse } from './status-response';

function remoteConfiguration({ config }: RemoteClusterModel, version: CiliumVersion): string {
  if (config === undefined) return 'expected=unknown, retrieved=unknown';
  const head = `expected=${config.required ?? false}, retrieved=${config.retrieved ?? false}`;
  if (config.retrieved !== true) return head;
  let text =
    `${head}, cluster-id=${config['cluster-id'] ?? 0}, kvstoremesh=${config.kvstoremesh ?? false}` +
    `, sync-canaries=${config['sync-canaries'] ?? false}`;
  if (atLeast(version, 17)) {
    const exports = config['service-exports-enabled'];
    text += `, service-exports=${exports === undefined ? 'unsupported' : exports ? 'enabled' : 'disabled'}`;
  }
  if (atLeast(version, 20)) {
    text += `, endpoint-slice-export-mode=${config['endpoint-slices-export-mode'] ?? 'services-only'}`;
  }
  return text;
}

function synchronization(synced: NonNullable<RemoteClusterModel['synced']>, version: CiliumVersion): string {
  const { nodes = false, endpoints = false, identities = false, services = false } = synced;
  const slices = atLeast(version, 20) ? synced['endpoint-slices'] : undefined;
  const serviceExports = atLeast(version, 17) ? synced['service-exports'] : undefined;
  return [
    `nodes=${nodes}, endpoints=${endpoints}, identities=${identities}, services=${services}`,
    ...(slices === undefined ? [] : [`endpoint-slices=${slices}`]),
    ...(serviceExports === undefined ? [] : [`service-exports=${serviceExports}`]),
  ].join(', ');
}

function remoteCluster(cluster: RemoteClusterModel, version: CiliumVersion, nowMs: number): string {
  const count = (name: Extract<keyof RemoteClusterModel, `num-${string}`>): number => cluster[name] ?? 0;
  const counts = [
    `${count('num-nodes')} nodes`,
    `${count('num-endpoints')} endpoints`,
    `${count('num-identities')} identities`,
    `${count('num-shared-services')} services`,
    ...(atLeast(version, 20) ? [`${count('num-endpoint-slices')} endpoint slices`] : []),
    ...(atLeast(version, 17) ? [`${count('num-service-exports')} MCS-API service exports`] : []),
    `${count('num-failures')} ${atLeast(version, 15) ? 'reconnections' : 'failures'}` +
      ` (last: ${formatTimeSince(cluster['last-failure'], nowMs)})`,
  ];
  const lines = [
    `   ${cluster.name ?? ''}: ${cluster.ready === true ? 'ready' : 'not-ready'}, ${counts.join(', ')}`,
    `   └  ${cluster.status ?? ''}`,
    `   └  remote configuration: ${remoteConfiguration(cluster, version)}`,
  ];
  if (cluster.synced !== undefined) {
    lines.push(`   └  synchronization status: ${synchronization(cluster.synced, version)}`);
  }
  return lines.map((line) => `${line}\n`).join('');
}

/** Prints `ClusterMesh:` and the remote clusters that are not ready, or all. */
export function formatClusterMesh(
  mesh: NonNullable<StatusResponse['cluster-mesh']>,
  all: boolean,
  version: CiliumVersion,
  nowMs: number,
): string {
  const clusters = mesh.clusters ?? [];
  const ready = clusters.filter((cluster) => cluster.ready === true).length;
  const kind = atLeast(version, 15) ? 'remote clusters' : 'clusters';
  const global = atLeast(version, 20) ? '' : `, ${mesh['num-global-services'] ?? 0} global-services`;
  const shown = clusters.filter((cluster) => all || cluster.ready !== true);
  return (
    `ClusterMesh:\t${ready}/${clusters.length} ${kind} ready${global}\n` +
    shown.map((cluster) => remoteCluster(cluster, version, nowMs)).join('')
  );
}

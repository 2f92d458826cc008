import type { PlanCluster, PlanRelease } from '@/lib/cilium/plan/plan-input';
import type { AgentBook } from '../agent-book';
import type { AgentRecord } from '../agent-record';
import type { ConfigWatch } from '../agreement/config-watch';
import type { ClusterWatch } from '../cluster-watch';
import type { FrontendBook } from '../frontend-book';
import type { KnownRelease } from '../settings/helm-reader';
import type { SettingsKeeper } from '../settings/settings-keeper';
import { affinityServicesBehindProxy, hostPortsByNode, largestBackendCount, planAgent } from './plan-agents';

export type PlanSources = {
  agents: Pick<AgentBook, 'all'>;
  watch: Pick<ClusterWatch, 'names' | 'pods' | 'workloads'>;
  config: Pick<ConfigWatch, 'historyOf'>;
  settings: Pick<SettingsKeeper, 'releaseOf'>;
  book: Pick<FrontendBook, 'views'>;
};

/** The namespace that most agents run in: one `cilium-config` is planned at a time. */
export function mainNamespace(records: readonly AgentRecord[]): string {
  const counts = new Map<string, number>();
  for (const { pod } of records) counts.set(pod.namespace, (counts.get(pod.namespace) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'kube-system';
}

function toRelease(known: KnownRelease | null): PlanRelease | null {
  if (known === null || (known.release === null && known.problem === null)) return null;
  const { name, namespace, release } = known;
  return {
    name,
    namespace,
    revision: release?.revision ?? null,
    chartVersion: release?.chartVersion ?? null,
    values: release?.values ?? null,
  };
}

/** How long the containers that run now took from their start until their pod was ready, in whole seconds. */
function startSeconds({ startedTimestamp, readyTimestamp }: AgentRecord['pod']): number[] {
  const ms = Date.parse(readyTimestamp ?? '') - Date.parse(startedTimestamp ?? '');
  return ms >= 0 ? [Math.max(1, Math.round(ms / 1000))] : [];
}

/** Gathers what a plan looks at, from what is known already: nothing is asked of the cluster. */
export function planCluster({ agents, watch, config, settings, book }: PlanSources): PlanCluster {
  const frontends = book.views();
  const living = agents.all().filter(({ goneMs }) => goneMs === null);
  const namespace = mainNamespace(living);
  const records = living.filter(({ pod }) => pod.namespace === namespace);
  const history = config.historyOf(namespace);
  const map = history?.latest?.map ?? null;
  const facts = {
    hostPorts: hostPortsByNode(watch.names.known.has('pods') ? watch.pods.values() : null),
    backendsMax: largestBackendCount(frontends),
    affinityBehindProxy: affinityServicesBehindProxy(
      watch.names.known.has('services') ? watch.names.services.values() : null,
    ),
  };
  const judged = records.map((record) =>
    planAgent(record, history, watch.names.nodeByName.get(record.node), facts),
  );
  const owner = records[0]?.pod.daemonSet;
  const daemonSet = [...watch.workloads.values()].find(
    (one) => one.kind === 'DaemonSet' && one.namespace === namespace && one.name === owner,
  );
  return {
    agents: judged.flatMap((agent) => agent ?? []),
    unjudged: living.flatMap(({ node }) => (judged.some((agent) => agent?.node === node) ? [] : [node])),
    namespace,
    configMap: map === null ? null : { name: map.name, data: map.data, owner: map.owner },
    release: toRelease(settings.releaseOf(namespace)),
    daemonSet:
      daemonSet === undefined || daemonSet.update === null
        ? null
        : { name: daemonSet.name, ...daemonSet.update },
    startSeconds: records.flatMap(({ pod }) => startSeconds(pod)),
    frontends: frontends.map(({ type, backends }) => ({
      type,
      backends: backends.map(({ ip, port }) => `${ip}|${port}`),
    })),
  };
}

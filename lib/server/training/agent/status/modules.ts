import { hashText } from '../../api-server/seeded-random';
import type { CiliumVersion } from '../cilium-version';
import { atLeast } from '../cilium-version';
import type { AgentEndpoint } from './endpoints';

/** One reporter of module health: where it stands in the tree, how it is, and since when. */
export type ModuleHealth = {
  path: string[];
  level: 'OK' | 'DEGRADED' | 'STOPPED';
  message: string;
  ageMs: number;
  count: number;
};

type Fixed = [path: string, message: string, level?: 'STOPPED'];

const everywhere: Fixed[] = [
  ['controlplane.auth.observer-job-auth-gc-identity-events', 'Primed'],
  ['controlplane.auth.observer-job-auth-request-authentication', 'Primed'],
  ['controlplane.auth.timer-job-auth-gc-cleanup', 'OK (34.967µs)'],
  ['controlplane.bgp-control-plane.job-diffstore-events', 'Running'],
  ['controlplane.daemon.job-sync-hostips', 'Synchronized'],
  ['controlplane.endpoint-manager.endpoint-gc', 'endpoint-gc'],
  ['controlplane.envoy-proxy.timer-job-version-check', 'OK (13.805158ms)'],
  ['controlplane.hubble.job-hubble', 'Running'],
  ['controlplane.l2-announcer.job-l2-announcer-lease-gc', 'Running'],
  ['controlplane.nat-stats.timer-job-nat-stats', 'OK (2.520538ms)'],
  ['controlplane.node-manager.background-sync', 'Node validation successful'],
  ['controlplane.node-manager.nodes-add', 'Node adds successful'],
  ['controlplane.stale-endpoint-cleanup.job-endpoint-cleanup', 'Running', 'STOPPED'],
  ['datapath.agent-liveness-updater.timer-job-agent-liveness-updater', 'OK (82.885µs)'],
  ['datapath.iptables.job-iptables-reconciliation-loop', 'iptables rules full reconciliation completed'],
  ['datapath.l2-responder.job-l2-responder-reconciler', 'Running'],
  ['datapath.node-address.job-node-address-update', 'Running'],
  ['datapath.orchestrator.job-reinitialize', 'OK'],
  ['datapath.sysctl.job-reconcile', 'OK, 16 object(s)'],
  ['datapath.sysctl.job-refresh', 'Next refresh in 9m53.185634443s'],
  ['infra.k8s-synced-crdsync.job-sync-crds', 'Running', 'STOPPED'],
  ['infra.metrics.timer-job-cleanup', 'Primed'],
];

const since18: Fixed[] = [
  [
    'controlplane.cilium-agent-dynamic-config.job-k8s-reflector-cilium-configs-cm-cilium-config-kube-system',
    '144 upserted, 0 deleted, 144 total objects',
  ],
  ['controlplane.config-drift-checker.job-drift-checker', 'Running'],
  ['controlplane.enabled-features.job-update-config-metric', 'Waiting for agent config', 'STOPPED'],
  ['controlplane.endpoint-api.job-cni-deletion-queue', 'Running', 'STOPPED'],
  ['controlplane.endpoint-api.job-unlock-lockfile', 'Running', 'STOPPED'],
  ['controlplane.loadbalancer-maps.timer-job-pressure-metrics-reporter', 'OK (12.14µs)'],
  ['controlplane.loadbalancer-reconciler.job-reconcile', 'OK'],
  ['controlplane.loadbalancer-reconciler.job-refresh', 'Next refresh in 30m0s'],
  ['controlplane.loadbalancer-reconciler.job-start-reconciler', 'Started', 'STOPPED'],
  ['infra.agent-healthz.job-agent-healthz-server-ipv4', 'Running'],
  ['infra.shell.job-listener', 'Listening on /var/run/cilium/shell.sock'],
];

const before18: Fixed[] = [
  ['controlplane.service-manager.job-health-check-event-watcher', 'Waiting for health check events'],
  ['controlplane.service-manager.job-service-reconciler', '1 NodePort frontend addresses'],
];

/** Lists the health of an agent's modules (v1.15 and later). A job that ended counts as stopped since v1.18. */
export function moduleHealth(
  version: CiliumVersion,
  endpoints: readonly AgentEndpoint[],
  startedAtMs: number,
  nowMs: number,
  identity: string,
): ModuleHealth[] {
  const fixed = [...everywhere, ...(atLeast(version, 18) ? since18 : before18)];
  const since = (startMs: number): number => Math.max(0, nowMs - startMs);
  const jobs = fixed.map(([path, message, level]): ModuleHealth => {
    const stopped = level === 'STOPPED' && atLeast(version, 18);
    const lag = hashText(`${identity} ${path}`) % 3000;
    return {
      path: ['agent', ...path.split('.')],
      level: stopped ? 'STOPPED' : 'OK',
      message,
      ageMs: since(startedAtMs + lag),
      count: 1,
    };
  });
  const perEndpoint = endpoints.flatMap(({ id, kind, owner, startedAtMs: endpointMs }): ModuleHealth[] => {
    const path = [
      'agent',
      'controlplane',
      'endpoint-manager',
      `cilium-endpoint-${id} (${owner === '' ? '/' : owner})`,
    ];
    const ageMs = since(endpointMs);
    const runs = (intervalMs: number): { ageMs: number; count: number } => ({
      ageMs: ageMs % intervalMs,
      count: 1 + Math.floor(ageMs / intervalMs),
    });
    const rows: ModuleHealth[] = [
      {
        path: [...path, 'datapath-regenerate'],
        level: 'OK',
        message: 'Endpoint regeneration successful',
        ...runs(120_000),
      },
      { path: [...path, 'policymap-sync'], level: 'OK', message: `sync-policymap-${id}`, ...runs(900_000) },
    ];
    if (kind !== 'pod') return rows;
    const sync = `sync-to-k8s-ciliumendpoint (${id})`;
    return [{ path: [...path, 'cep-k8s-sync'], level: 'OK', message: sync, ...runs(10_000) }, ...rows];
  });
  return [...jobs, ...perEndpoint].sort((a, b) => (a.path.join('.') < b.path.join('.') ? -1 : 1));
}

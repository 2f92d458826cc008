import { hashText, randomUid, seededRandom } from '../../api-server/seeded-random';
import type { CiliumVersion } from '../cilium-version';
import { atLeast } from '../cilium-version';
import type { ControllerModel } from '../output/status-response';
import type { AgentSettings } from '@/lib/cilium/settings/agent-settings';
import type { AgentEndpoint } from './endpoints';

/** A controller: how often it runs in milliseconds (0 once, at the start), or never at all. */
type Controller = { name: string; intervalMs: number | 'never'; sinceMs: number };

const zeroTime = '0001-01-01T00:00:00.000Z';

/** Controllers every agent of a version runs, with their intervals in seconds; from published verbose outputs. */
function fixedControllers(settings: AgentSettings, version: CiliumVersion): [string, number | 'never'][] {
  const health: [string, number][] = settings.healthChecking ? [['cilium-health-ep', 60]] : [];
  const base: [string, number | 'never'][] = [
    ...health,
    ['endpoint-gc', 300],
    ['ipcache-inject-labels', atLeast(version, 17) ? 60 : 0],
    ['k8s-heartbeat', 30],
  ];
  if (!atLeast(version, 14)) {
    return [
      ...base,
      ['dns-garbage-collector-job', 60],
      ['link-cache', 15],
      ['metricsmap-bpf-prom-sync', 5],
      ...(settings.loadBalancing.nodePort
        ? ([['neighbor-table-refresh', 300]] satisfies [string, number][])
        : []),
      ['sync-endpoints-and-host-ips', 60],
      ['sync-lb-maps-with-k8s-services', 0],
      ['template-dir-watcher', 'never'],
    ];
  }
  const since14: [string, number | 'never'][] = [
    ...base,
    ['daemon-validate-config', 60],
    ['endpoint-periodic-regeneration', 120],
    ['sync-utime', 60],
    ...(settings.writesCniFile ? ([['write-cni-file', 0]] satisfies [string, number][]) : []),
  ];
  const since17: [string, number | 'never'][] = atLeast(version, 17)
    ? [
        ['ct-map-pressure', 30],
        ['proxy-ports-checkpoint', 0],
      ]
    : [];
  if (atLeast(version, 18)) return [...since14, ...since17];
  return [
    ...since14,
    ...since17,
    ['dns-garbage-collector-job', 60],
    ['ep-bpf-prog-watchdog', 30],
    ['link-cache', 15],
    ['node-neighbor-link-updater', 60],
    ['sync-lb-maps-with-k8s-services', 0],
    ...(atLeast(version, 17) ? [] : ([['sync-host-ips', 60]] satisfies [string, number][])),
  ];
}

function endpointControllers(endpoint: AgentEndpoint, version: CiliumVersion): [string, number | 'never'][] {
  const { id, kind, owner } = endpoint;
  const exported = kind === 'pod' || !atLeast(version, 14);
  return [
    [`endpoint-${id}-regeneration-recovery`, 'never'],
    [`resolve-identity-${id}`, 300],
    [`sync-policymap-${id}`, atLeast(version, 14) ? 900 : 60],
    ...(exported ? ([[`sync-to-k8s-ciliumendpoint (${id})`, 10]] satisfies [string, number][]) : []),
    ...(kind === 'pod' && atLeast(version, 16)
      ? ([[`resolve-labels-${owner}`, 0]] satisfies [string, number][])
      : []),
  ];
}

function model(controller: Controller, nowMs: number, identity: string): ControllerModel {
  const { name, intervalMs, sinceMs } = controller;
  const phase = hashText(`${identity} ${name}`);
  const period = intervalMs === 'never' ? 0 : intervalMs;
  const firstMs = sinceMs + (phase % Math.max(3000, period));
  const runs =
    intervalMs === 'never' || nowMs < firstMs
      ? 0
      : period === 0
        ? 1
        : 1 + Math.floor((nowMs - firstMs) / period);
  const lastMs = firstMs + (runs - 1) * period;
  return {
    configuration: {
      'error-retry': true,
      ...(period === 0
        ? {}
        : { interval: `${Math.floor(period / 60_000)}m${(period / 1000) % 60}s`.replace(/^0m/, '') }),
    },
    name,
    status: {
      'last-failure-timestamp': zeroTime,
      'last-success-timestamp': runs === 0 ? zeroTime : new Date(lastMs).toISOString(),
      ...(runs === 0 ? {} : { 'success-count': runs }),
    },
    uuid: randomUid(seededRandom(phase)),
  };
}

/** Lists the controllers of an agent with their last runs, in an order of no meaning, as the agent does. */
export function controllers(
  settings: AgentSettings,
  version: CiliumVersion,
  endpoints: readonly AgentEndpoint[],
  startedAtMs: number,
  nowMs: number,
  identity: string,
): ControllerModel[] {
  const toMs = (seconds: number | 'never'): number | 'never' =>
    seconds === 'never' ? seconds : seconds * 1000;
  const all: Controller[] = [
    ...fixedControllers(settings, version).map(([name, seconds]) => ({
      name,
      intervalMs: toMs(seconds),
      sinceMs: startedAtMs,
    })),
    ...endpoints.flatMap((endpoint) =>
      endpointControllers(endpoint, version).map(([name, seconds]) => ({
        name,
        intervalMs: toMs(seconds),
        sinceMs: endpoint.startedAtMs,
      })),
    ),
  ];
  return all
    .map((controller) => model(controller, nowMs, identity))
    .sort((a, b) => ((a.uuid ?? '') < (b.uuid ?? '') ? -1 : 1));
}

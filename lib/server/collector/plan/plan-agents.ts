import type { AgentStatus } from '@/lib/cilium/agent-status';
import type { AgentVersion } from '@/lib/cilium/agent-version';
import type { PlanAgent } from '@/lib/cilium/plan/plan-input';
import { neededDeviceTypes } from '@/lib/cilium/rules/needed-device-types';
import type { StartFacts } from '@/lib/cilium/rules/start-facts';
import { noFacts } from '@/lib/cilium/rules/start-facts';
import { readSettings } from '@/lib/cilium/settings/agent-settings';
import type { ServiceType } from '@/lib/cilium/frontend';
import type { ConfigHistory } from '@/lib/snapshot/agreement/config-history';
import type { FrontendView } from '@/lib/snapshot/frontend-view';
import type { NodeObject } from '@/lib/snapshot/objects/node-object';
import type { PodObject } from '@/lib/snapshot/objects/pod-object';
import type { ServiceObject } from '@/lib/snapshot/objects/service-object';
import type { AgentRecord } from '../agent-record';
import { configuredAgent } from '../settings/judge-agent';

type DeviceTypes = StartFacts['deviceTypes'];
type RunningAgent = Pick<PlanAgent, 'status' | 'startedWith' | 'isRunning'>;

/** Frontends that clients outside the cluster use. */
const outside = new Set<ServiceType | null>(['NodePort', 'LoadBalancer', 'ExternalIPs', 'HostPort']);

function kernelOf(text: string | null): StartFacts['kernel'] {
  const match = /^(\d{1,3})\.(\d{1,3})(?:\.(\d{1,4}))?/.exec(text ?? '');
  if (match === null) return null;
  const [major, minor, patch] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
  // Distributions that count their own builds leave Linux's patch at 0.
  return patch === 0 ? { major, minor } : { major, minor, patch };
}

/** The devices an agent load-balances on: those it found or was given, so all that are selected. */
function devicesOf(status: AgentStatus | null): StartFacts['devices'] {
  const devices = status?.kubeProxyReplacement?.deviceList;
  if (devices === undefined || devices.length === 0) return null;
  return devices.map(({ name, ip }) => ({ name, ips: [...ip], defaultRoute: true }));
}

/**
 * What a kernel is known to be built with: the types of device that the running agent made at its start. Its status is
 * OK without them as well; the health of its orchestrator tells (v1.16 and later, in text).
 */
function deviceTypesOf({ status, startedWith, isRunning }: RunningAgent, version: AgentVersion): DeviceTypes {
  const orchestrator = status?.modulesHealth?.items?.find(({ path }) =>
    path.endsWith('datapath.orchestrator.job-reinitialize'),
  );
  if (!isRunning || startedWith === null || orchestrator?.level !== 'OK') return {};
  const settings = readSettings(startedWith, version);
  const made = neededDeviceTypes({ data: startedWith, settings, version });
  return Object.fromEntries(made.map((type) => [type, true]));
}

/** Host ports of the pods of each node; null where pods may not be listed. */
export function hostPortsByNode(pods: Iterable<PodObject> | null): ReadonlyMap<string, number[]> | null {
  if (pods === null) return null;
  const ports = new Map<string, number[]>();
  for (const { node, hostPorts } of pods) {
    if (node === null || hostPorts.length === 0) continue;
    ports.set(node, [...(ports.get(node) ?? []), ...hostPorts.map(({ port }) => port)]);
  }
  return ports;
}

/** The most backends of one frontend that outside clients use; null where none is known yet. */
export function largestBackendCount(frontends: readonly FrontendView[]): number | null {
  const counts = frontends.flatMap(({ type, backends }) => (outside.has(type) ? [backends.length] : []));
  return counts.length === 0 ? null : Math.max(...counts);
}

/** Services with session affinity that the annotation for L7 load balancing sends through Envoy; null where they may not be listed. */
export function affinityServicesBehindProxy(services: Iterable<ServiceObject> | null): string[] | null {
  if (services === null) return null;
  return [...services].flatMap(({ namespace, name, sessionAffinity, annotations }) =>
    sessionAffinity === 'ClientIP' && annotations['service.cilium.io/lb-l7'] === 'enabled'
      ? [`${namespace}/${name}`]
      : [],
  );
}

/** What rules can know of the whole cluster. */
export type ClusterStartFacts = {
  hostPorts: ReadonlyMap<string, number[]> | null;
  backendsMax: number | null;
  affinityBehindProxy: readonly string[] | null;
};

/** Puts together what an agent's next start depends on; null where its version or configuration is not known. */
export function planAgent(
  record: AgentRecord,
  history: ConfigHistory | null,
  ofNode: NodeObject | undefined,
  { hostPorts, backendsMax, affinityBehindProxy }: ClusterStartFacts,
): PlanAgent | null {
  const configured = configuredAgent(record, history, ofNode);
  if ('unjudged' in configured) return null;
  const { version, node, beside } = configured;
  return {
    ...beside,
    version,
    node: record.node,
    provider: node.provider,
    hostname: node.labels['kubernetes.io/hostname'] ?? null,
    facts: {
      ...noFacts,
      nodeIPs: node.internalIPs,
      kernel: kernelOf(node.kernel),
      backendsMax,
      affinityBehindProxy,
      // A container without a limit has all there is.
      agentMemoryBytes: record.pod.memoryLimitBytes ?? Number.POSITIVE_INFINITY,
      devices: devicesOf(beside.status),
      deviceTypes: deviceTypesOf(beside, version),
      hostPorts: hostPorts === null ? null : (hostPorts.get(record.node) ?? []),
    },
  };
}

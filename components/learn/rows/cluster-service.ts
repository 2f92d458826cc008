import { agentVersionOf } from '@/lib/cilium/agent-version';
import { settingsOfStatus, nodePortAddressesOf } from '@/lib/cilium/expected-frontends/settings-of-status';
import { nodeNamePattern, zonePattern } from '@/lib/learn/rows/around-text';
import {
  defaultAround,
  mostNodes,
  mostPodsOfNode,
  releaseOf,
  releases,
  type AroundNode,
  type AroundPod,
  type ClusterAround,
} from '@/lib/learn/rows/cluster-around';
import type { AgentView } from '@/lib/snapshot/agent-view';
import type { ApiBackendView, FrontendDetail, FrontendView } from '@/lib/snapshot/frontend-view';
import { manifestOfDetails } from './manifest-of-details';

/** A Service that the simulator can begin with: its name and the frontends that tell of its ports. */
export type LiveService = { name: string; keys: string[] };

/** The most frontends that are asked for one Service: each tells of one port. */
const mostKeys = 12;

/** Gives the Services of this cluster that have frontends, sorted by name. */
export function liveServices(frontends: readonly FrontendView[]): LiveService[] {
  const found = new Map<string, LiveService>();
  for (const { service, key, remote } of frontends) {
    if (service === null || remote) continue;
    const name = `${service.namespace}/${service.name}`;
    const known = found.get(name) ?? { name, keys: [] };
    if (known.keys.length < mostKeys) known.keys.push(key);
    found.set(name, known);
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Gives the text of a live Service's manifest and the cluster around it; null where the API says nothing of it. */
export function clusterService(
  name: string,
  details: readonly FrontendDetail[],
  agents: readonly AgentView[],
): { text: string; around: ClusterAround } | null {
  const text = manifestOfDetails(name, details);
  const around = aroundOf(details, agents);
  return text === null || around === null ? null : { text, around };
}

/** Pods by address: an IPv4 and an IPv6 address of one pod are not told to be one, so each stands for itself. */
function backendsOf(details: readonly FrontendDetail[]): ApiBackendView[] {
  const byIP = new Map(details.flatMap(({ apiBackends }) => apiBackends ?? []).map((one) => [one.ip, one]));
  return [...byIP.values()];
}

function podOf({ ip, ready, serving, terminating }: ApiBackendView): AroundPod {
  const isSix = ip.includes(':');
  const state = ready ? 'ready' : !terminating ? 'not-ready' : serving ? 'serving' : 'gone';
  return { state, ips: { IPv4: isSix ? null : ip, IPv6: isSix ? ip : null } };
}

function aroundOf(details: readonly FrontendDetail[], agents: readonly AgentView[]): ClusterAround | null {
  const backends = backendsOf(details);
  const known = agents.filter(({ node, status }) => status !== null && nodeNamePattern.test(node));
  const podCount = ({ node }: AgentView): number => backends.filter((one) => one.node === node).length;
  // Nodes with pods first: they show the most.
  const chosen = known
    .toSorted((a, b) => podCount(b) - podCount(a) || (a.node < b.node ? -1 : 1))
    .slice(0, mostNodes);
  const status = chosen[0]?.status ?? null;
  const version = status === null ? null : agentVersionOf(status);
  if (status === null || version === null) return null;
  const settings = settingsOfStatus(status, version);
  return {
    ...defaultAround,
    nodes: chosen.map((agent): AroundNode => ({
      name: agent.node,
      ips: (agent.status === null ? null : nodePortAddressesOf(agent.status, settings))?.slice(0, 4) ?? [],
      zone: agent.zone !== null && zonePattern.test(agent.zone) ? agent.zone : '',
      isEdge: false,
      pods: backends
        .filter((one) => one.node === agent.node)
        .slice(0, mostPodsOfNode)
        .map(podOf),
    })),
    release: nearestRelease(version),
    kpr: settings.nodePort,
    ipv6: settings.ipv6,
    graceful: settings.gracefulTermination,
    hasLoadBalancer: true,
  };
}

/** The release to choose that does what this version does: the last that is not newer; the first where all are. */
function nearestRelease(version: { minor: number; patch: number }): string {
  const fitting = releases.filter((name) => {
    const { minor, patch } = releaseOf(name);
    return minor < version.minor || (minor === version.minor && (patch <= version.patch || patch === 4));
  });
  return fitting.at(-1) ?? releases[0];
}

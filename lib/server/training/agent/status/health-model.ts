import type { KindTypes } from '../../agent-contract';
import { hashText } from '../../api-server/seeded-random';

/** What an agent's health probes say of one node. */
export type NodeHealth = {
  name: string;
  ip: string;
  local: boolean;
  nodeReachable: boolean;
  endpointReachable: boolean;
  healthIP: string;
  /** Round-trip times in nanoseconds: ICMP and HTTP, to the node and to its health endpoint. */
  rttNs: { nodeIcmp: number; nodeHttp: number; endpointIcmp: number; endpointHttp: number };
};

export type ClusterHealth = { nodes: NodeHealth[]; probedAtMs: number; intervalNs: number };

type Pod = KindTypes['Pod'];

function agentReadyByNode(pods: readonly Pod[]): Map<string, boolean> {
  const ready = new Map<string, boolean>();
  for (const { metadata, spec, status } of pods) {
    if (metadata.labels?.['k8s-app'] !== 'cilium') continue;
    const isReady = (status?.conditions ?? []).some(
      ({ type, status: value }) => type === 'Ready' && value === 'True',
    );
    const name = spec?.nodeName ?? '';
    ready.set(name, isReady || (ready.get(name) ?? false));
  }
  return ready;
}

/** How often a cluster of a size is probed: one minute times ln(1 + 2 × nodes) (pkg/health, v1.17 and later). */
export function probeIntervalNs(nodeCount: number): number {
  return Math.round(60e9 * Math.log(1 + 2 * nodeCount));
}

/** Probes every node of the cluster from one of them: a node answers if it is ready, its endpoint if its agent is. */
export function probeCluster(
  nodes: readonly KindTypes['Node'][],
  pods: readonly Pod[],
  localName: string,
  healthIPOf: (nodeName: string) => string,
  clusterName: string,
  startedAtMs: number,
  nowMs: number,
): ClusterHealth {
  const ready = agentReadyByNode(pods);
  const intervalNs = probeIntervalNs(nodes.length);
  const intervalMs = intervalNs / 1e6;
  const probes = Math.max(0, Math.floor((nowMs - startedAtMs) / intervalMs));
  const prefix = clusterName === 'default' ? '' : `${clusterName}/`;
  return {
    intervalNs,
    probedAtMs: startedAtMs + probes * intervalMs,
    nodes: nodes.map(({ metadata, status }): NodeHealth => {
      const name = metadata.name ?? '';
      const nodeReady = (status?.conditions ?? []).every(
        ({ type, status: value }) => type !== 'Ready' || value === 'True',
      );
      const rtt = (what: string, base: number): number =>
        base + (hashText(`${localName} ${name} ${what} ${probes}`) % base);
      return {
        name: `${prefix}${name}`,
        ip: (status?.addresses ?? []).find(({ type }) => type === 'InternalIP')?.address ?? '',
        local: name === localName,
        nodeReachable: nodeReady,
        endpointReachable: nodeReady && (ready.get(name) ?? false),
        healthIP: healthIPOf(name),
        rttNs: {
          nodeIcmp: rtt('node icmp', 290_000),
          nodeHttp: rtt('node http', 510_000),
          endpointIcmp: rtt('endpoint icmp', 310_000),
          endpointHttp: rtt('endpoint http', 640_000),
        },
      };
    }),
  };
}

import type { KindTypes } from '../../agent-contract';
import { hashText } from '../../api-server/seeded-random';
import type { NodeFacts } from '../node-facts';

/** One of the agent's endpoints: the host, the health endpoint, or a pod on Cilium's network. */
export type AgentEndpoint = {
  id: number;
  kind: 'host' | 'health' | 'pod';
  /** `namespace/name` of the pod. */
  owner: string;
  ips: string[];
  startedAtMs: number;
};

function endpointId(name: string): number {
  return 1 + (hashText(name) % 4095);
}

/** Lists the agent's endpoints from the pods of its node. Pods on the host network are none. */
export function endpointsOfNode(
  pods: readonly KindTypes['Pod'][],
  nodeName: string,
  facts: NodeFacts,
  agentStartedAtMs: number,
  healthEndpoint: boolean,
): AgentEndpoint[] {
  const own = pods.filter(
    ({ spec, status, metadata }) =>
      spec?.nodeName === nodeName &&
      spec.hostNetwork !== true &&
      (status?.podIPs?.length ?? 0) > 0 &&
      (status?.phase === 'Running' || status?.phase === 'Pending') &&
      !facts.uncountedNamespaces.includes(metadata.namespace ?? ''),
  );
  const fixed: AgentEndpoint[] = [
    { id: endpointId(`${nodeName} host`), kind: 'host', owner: '', ips: [], startedAtMs: agentStartedAtMs },
  ];
  if (healthEndpoint) {
    fixed.push({
      id: endpointId(`${nodeName} health`),
      kind: 'health',
      owner: '',
      ips: facts.healthIPs,
      startedAtMs: agentStartedAtMs,
    });
  }
  return [
    ...fixed,
    ...own.map((pod): AgentEndpoint => {
      const owner = `${pod.metadata.namespace ?? ''}/${pod.metadata.name ?? ''}`;
      const started = Date.parse(String(pod.status?.startTime ?? ''));
      return {
        id: endpointId(owner),
        kind: 'pod',
        owner,
        ips: (pod.status?.podIPs ?? []).map(({ ip }) => ip),
        startedAtMs: Math.max(agentStartedAtMs, Number.isNaN(started) ? agentStartedAtMs : started),
      };
    }),
  ];
}

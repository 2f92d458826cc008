import type { LiveCluster } from '@/lib/learn/lesson/live-cluster';
import type { AgentView } from '@/lib/snapshot/agent-view';
import type { AgreementSummary } from '@/lib/snapshot/agreement-view';
import type { FrontendView } from '@/lib/snapshot/frontend-view';
import type { RolloutList } from '@/lib/snapshot/rollout-view';

/** Gives what tasks are judged on out of what the product knows. */
export function liveClusterOf(
  agents: readonly AgentView[],
  frontends: readonly FrontendView[],
  agreement: AgreementSummary | undefined,
  rollouts: RolloutList | undefined,
): LiveCluster {
  return {
    agents: agents.map(({ node, nodeIPs, status }) => ({ node, ips: nodeIPs, status })),
    rows: frontends.map(({ ip, port, protocol, scope, type, service, nodes, ownBackends, backends }) => ({
      ip,
      port,
      protocol,
      scope,
      type,
      service: service === null ? null : `${service.namespace}/${service.name}`,
      nodes,
      ownBackends,
      backends: backends.map((backend) => ({
        ip: backend.ip,
        port: backend.port,
        name: backend.target.name,
        nodes: backend.nodes,
      })),
    })),
    problems:
      agreement?.problems.map(({ key, kind, nodes, service, difference }) => ({
        what: key === null ? ('settings' as const) : ('rows' as const),
        kind,
        nodes,
        service: service === null ? null : `${service.namespace}/${service.name}`,
        difference,
      })) ?? null,
    rollouts:
      rollouts?.items.map(
        ({ verifiedTimestamp, endedTimestamp, startedTimestamp, chosenNodes, changes }) => ({
          // A rollback may be asked for at any moment: that it ended well says nothing of the way there.
          isDone: verifiedTimestamp !== null,
          isOver: endedTimestamp !== null,
          startedTimestamp,
          chosenNodes,
          changes,
        }),
      ) ?? null,
  };
}

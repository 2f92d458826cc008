import type { ExampleFrontend, FieldContext } from '@/lib/cilium/fields/field-context';
import { formatL3n4Addr } from '@/lib/cilium/l3n4-addr';
import type { AgentView } from '@/lib/snapshot/agent-view';
import type { BackendView, FrontendView } from '@/lib/snapshot/frontend-view';

const wildcards = new Set(['0.0.0.0', '::']);
const outsideTypes = ['NodePort', 'LoadBalancer', 'ExternalIPs'] as const;

/** Writes an address as a person dials it: without protocol and scope. */
function dialled(ip: string, port: number): string {
  return formatL3n4Addr({ ip, port, protocol: null, scope: 'external' });
}

/** How good an example a row is: a backend on another node first, then any backend; IPv4 before IPv6, as it is shorter. */
function rank(frontend: FrontendView, agent: AgentView): number {
  const backends = frontend.backends.filter(({ nodes }) => nodes.includes(agent.node));
  const elsewhere = backends.some(({ target }) => target.node !== null && target.node !== agent.node);
  const sound = frontend.problems.length === 0 ? 0 : 1;
  const wildcard = wildcards.has(frontend.ip) ? 2 : 0;
  return (
    (elsewhere ? 0 : backends.length > 0 ? 8 : 16) + (frontend.ip.includes(':') ? 4 : 0) + wildcard + sound
  );
}

function pickBackend(frontend: FrontendView, agent: AgentView): BackendView | undefined {
  const mine = frontend.backends.filter(
    ({ nodes, state }) => nodes.includes(agent.node) && state !== 'quarantined',
  );
  return mine.find(({ target }) => target.node !== null && target.node !== agent.node) ?? mine[0];
}

function toExample(
  frontend: FrontendView,
  agent: AgentView,
  nameOf: (node: string) => string,
): ExampleFrontend {
  const backend = pickBackend(frontend, agent);
  const nodeIP = agent.nodeIPs.find((ip) => ip.includes(':') === frontend.ip.includes(':'));
  const ip = wildcards.has(frontend.ip) ? (nodeIP ?? frontend.ip) : frontend.ip;
  return {
    address: dialled(ip, frontend.port),
    service: frontend.service === null ? null : `${frontend.service.namespace}/${frontend.service.name}`,
    backend:
      backend === undefined
        ? null
        : {
            address: dialled(backend.ip, backend.port),
            name: backend.target.workload ?? backend.target.name,
            node: backend.target.node === null ? null : nameOf(backend.target.node),
          },
  };
}

/** Picks the reader’s own frontends that sentences and pictures of one agent speak of. The same rows give the same picks. */
export function exampleFrontends(
  frontends: readonly FrontendView[],
  agent: AgentView,
  nameOf: (node: string) => string = (node) => node,
): Pick<FieldContext, 'outside' | 'byType'> {
  const byType: FieldContext['byType'] = {};
  const best = new Map<string, { frontend: FrontendView; rank: number; count: number }>();
  for (const frontend of frontends) {
    if (frontend.type === null || !frontend.nodes.includes(agent.node)) continue;
    const value = rank(frontend, agent);
    const before = best.get(frontend.type);
    const better =
      before === undefined ||
      value < before.rank ||
      (value === before.rank && frontend.key < before.frontend.key);
    best.set(frontend.type, {
      frontend: better ? frontend : before.frontend,
      rank: better ? value : before.rank,
      count: (before?.count ?? 0) + 1,
    });
    if (better) byType[frontend.type] = { count: 0, example: toExample(frontend, agent, nameOf) };
  }
  for (const { frontend, count } of best.values()) {
    const found = frontend.type === null ? undefined : byType[frontend.type];
    if (found !== undefined) found.count = count;
  }
  const outside = outsideTypes
    .flatMap((type) => best.get(type) ?? [])
    .sort((a, b) => a.rank - b.rank)[0]?.frontend;
  return { byType, outside: outside === undefined ? null : toExample(outside, agent, nameOf) };
}

import type { ExampleFrontend, FieldContext } from '@/lib/cilium/fields/field-context';
import { formatL3n4Addr } from '@/lib/cilium/l3n4-addr';
import type { AgentView } from '@/lib/snapshot/agent-view';
import type { BackendView, FrontendView } from '@/lib/snapshot/frontend-view';

const wildcards = new Set(['0.0.0.0', '::']);
/** Port of DNS, which answers over UDP. */
const dnsPort = 53;
const outsideTypes = ['NodePort', 'LoadBalancer', 'ExternalIPs'] as const;

/** Writes an address as a person dials it: without protocol and scope. */
function dialled(ip: string, port: number): string {
  return formatL3n4Addr({ ip, port, protocol: null, scope: 'external' });
}

/** True where a sentence about TCP would not hold; before 1.17 no protocol is printed, so DNS is known by its port. */
function mayBeUdp({ protocol, port }: FrontendView): boolean {
  return protocol === 'UDP' || (protocol === null && port === dnsPort);
}

/** The backends that this node's own row takes new connections to. */
function activeBackends(frontend: FrontendView, agent: AgentView): BackendView[] {
  return frontend.backends.filter(
    ({ nodes, state }) => nodes.includes(agent.node) && (state === null || state === 'active'),
  );
}

/** How good an example a row is: a backend on another node first, then any backend; TCP and IPv4 first, as they say more. */
function rank(frontend: FrontendView, agent: AgentView): number {
  const backends = activeBackends(frontend, agent);
  const elsewhere = backends.some(({ target }) => target.node !== null && target.node !== agent.node);
  return (
    (elsewhere ? 0 : backends.length > 0 ? 16 : 32) +
    (frontend.ownBackends ? 12 : 0) +
    (mayBeUdp(frontend) ? 8 : 0) +
    (frontend.ip.includes(':') ? 4 : 0) +
    (wildcards.has(frontend.ip) ? 2 : 0) +
    (frontend.problems.length === 0 ? 0 : 1)
  );
}

/**
 * True for a row that can show how packets from outside are forwarded. A row whose nodes have backends of their own
 * (a traffic policy of Local) is never forwarded to another node; where no backend’s node is known, nothing can be said.
 */
function isForwarded(frontend: FrontendView, agent: AgentView): boolean {
  return (
    outsideTypes.some((type) => type === frontend.type) &&
    !frontend.ownBackends &&
    activeBackends(frontend, agent).some(({ target }) => target.node !== null)
  );
}

function pickBackend(frontend: FrontendView, agent: AgentView): BackendView | undefined {
  const mine = activeBackends(frontend, agent);
  return (
    mine.find(({ target }) => target.node !== null && target.node !== agent.node) ??
    mine.find(({ target }) => target.node !== null) ??
    mine[0]
  );
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

/** The best of the rows; of equals the first by key. */
function bestOf(frontends: readonly FrontendView[], agent: AgentView): FrontendView | undefined {
  return frontends
    .map((frontend) => ({ frontend, rank: rank(frontend, agent) }))
    .sort((a, b) => a.rank - b.rank || (a.frontend.key < b.frontend.key ? -1 : 1))[0]?.frontend;
}

/** Picks the reader’s own frontends that sentences and pictures of one agent speak of. The same rows give the same picks. */
export function exampleFrontends(
  frontends: readonly FrontendView[],
  agent: AgentView,
  nameOf: (node: string) => string = (node) => node,
): Pick<FieldContext, 'outside' | 'outsideNodePort' | 'byType'> {
  const mine = frontends.filter(({ nodes, scope }) => scope === 'external' && nodes.includes(agent.node));
  const byType: FieldContext['byType'] = {};
  for (const type of new Set(mine.map((frontend) => frontend.type))) {
    const rows = mine.filter((frontend) => frontend.type === type);
    const best = bestOf(rows, agent);
    if (type !== null && best !== undefined)
      byType[type] = { count: rows.length, example: toExample(best, agent, nameOf) };
  }
  const forwarded = mine.filter((frontend) => isForwarded(frontend, agent));
  const exampleOf = (rows: readonly FrontendView[]): ExampleFrontend | null => {
    const best = bestOf(rows, agent);
    return best === undefined ? null : toExample(best, agent, nameOf);
  };
  return {
    byType,
    outside: exampleOf(forwarded),
    outsideNodePort: exampleOf(forwarded.filter(({ type }) => type === 'NodePort')),
  };
}

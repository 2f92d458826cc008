import type { BackendView, FrontendView } from '@/lib/snapshot/frontend-view';
import { csvLine } from './csv-line';

type Cell = string | number | boolean | null;

/**
 * Names of the columns, in their order. Names of nodes in a cell are parted by a space, and so are labels. `(all)`
 * stands for every node that has an agent, and in `backend_nodes` for every node of `frontend_nodes`: on 100 nodes that
 * agree the names would be nine tenths of the file.
 */
const frontendColumns = [
  'namespace',
  'service',
  'port_name',
  'frontend_ip',
  'frontend_port',
  'protocol',
  'scope',
  'type',
  'other_cluster',
  'frontend_nodes',
  'problems',
  'changed',
  'labels',
] as const;

const backendColumns = [
  'backend_ip',
  'backend_port',
  'backend_protocol',
  'backend_state',
  'backend_states_differ',
  'backend_kind',
  'backend_namespace',
  'backend_name',
  'backend_workload',
  'backend_node',
  'backend_zone',
  'backend_nodes',
] as const;

/**
 * Frontends with their backends as CSV (RFC 4180), in the order given: one line for each backend of each frontend, one
 * with empty backend cells where there is none. `agents` is how many nodes have an agent. Comes a frontend at a time, so that a page can draw in between.
 */
export function* frontendsCsv(frontends: Iterable<FrontendView>, agents: number): Generator<string, void> {
  yield csvLine([...frontendColumns, ...backendColumns]);
  const noBackend = backendColumns.map(() => null);
  for (const frontend of frontends) {
    const start = frontendCells(frontend, agents);
    yield frontend.backends.length === 0
      ? csvLine([...start, ...noBackend])
      : frontend.backends
          .map((backend) => csvLine([...start, ...backendCells(backend, frontend.nodes.length)]))
          .join('');
  }
}

function nodesCell(nodes: readonly string[], all: number): string {
  return nodes.length === all && all > 1 ? '(all)' : nodes.join(' ');
}

function frontendCells(frontend: FrontendView, agents: number): Cell[] {
  const { service, labels, ip, port, protocol, scope, type, remote, nodes, problems, changedTimestamp } =
    frontend;
  return [
    service?.namespace ?? null,
    service?.name ?? null,
    service?.portName ?? null,
    ip,
    port,
    protocol,
    scope,
    type,
    remote,
    nodesCell(nodes, agents),
    problems.map(({ text }) => text).join(' '),
    changedTimestamp,
    labels.join(' '),
  ];
}

function backendCells(backend: BackendView, having: number): Cell[] {
  const { ip, port, protocol, state, statesDiffer, target, nodes } = backend;
  return [
    ip,
    port,
    protocol,
    state,
    statesDiffer,
    target.kind,
    target.namespace,
    target.name,
    target.workload,
    target.node,
    target.zone,
    nodesCell(nodes, having),
  ];
}

import type { BackendView, FrontendView } from '@/lib/snapshot/frontend-view';
import { csvLine } from './csv-line';

type Cell = string | number | boolean | null;

/** Names of the columns, in their order. Lists in a cell are parted by a space; names and addresses have none. */
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
 * with empty backend cells where there is none. Comes a frontend at a time, so that a page can draw in between.
 */
export function* frontendsCsv(frontends: Iterable<FrontendView>): Generator<string, void> {
  yield csvLine([...frontendColumns, ...backendColumns]);
  const noBackend = backendColumns.map(() => null);
  for (const frontend of frontends) {
    const start = frontendCells(frontend);
    yield frontend.backends.length === 0
      ? csvLine([...start, ...noBackend])
      : frontend.backends.map((backend) => csvLine([...start, ...backendCells(backend)])).join('');
  }
}

function frontendCells(frontend: FrontendView): Cell[] {
  const { service, ip, port, protocol, scope, type, remote, nodes, problems, changedTimestamp } = frontend;
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
    nodes.join(' '),
    problems.map(({ text }) => text).join(' '),
    changedTimestamp,
  ];
}

function backendCells({ ip, port, protocol, state, statesDiffer, target, nodes }: BackendView): Cell[] {
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
    nodes.join(' '),
  ];
}

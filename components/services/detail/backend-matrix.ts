import { formatL3n4Addr } from '@/lib/cilium/l3n4-addr';
import type { BackendView, FrontendDetail, FrontendView } from '@/lib/snapshot/frontend-view';
import type { BackendMark } from '../backend-mark';
import { backendMark } from '../backend-mark';

/** What one party says of one backend. `missing`: it should have it and has not. `leftover`: it has what the API has not. */
export type MatrixCell = 'has' | 'absent' | 'missing' | 'leftover' | 'unknown';

export type MatrixRow = {
  key: string;
  ip: string;
  port: number;
  mark: BackendMark;
  /** Null for a backend that only the API has. */
  backend: BackendView | null;
  api: MatrixCell;
  nodes: Record<string, MatrixCell>;
  /** Nodes that say the same as the API, of those that should. */
  agree: number;
  of: number;
};

export type BackendMatrix = { nodes: string[]; rows: MatrixRow[] };

type ApiBackend = NonNullable<FrontendDetail['apiBackends']>[number];

/** Sets what the API says of each backend beside what each node says. Null `apiBackends` = the API could not be asked. */
export function backendMatrix({ frontend, apiBackends }: FrontendDetail): BackendMatrix {
  const fromApi = new Map((apiBackends ?? []).map((backend) => [addressOf(backend), backend]));
  const rows = frontend.backends.map((backend) => {
    const api = fromApi.get(addressOf(backend));
    fromApi.delete(addressOf(backend));
    return agentRow(
      frontend,
      backend,
      apiBackends === null ? 'unknown' : api === undefined ? 'absent' : 'has',
    );
  });
  const waiting = [...fromApi.values()].filter(isWanted).map((backend) => apiRow(frontend, backend));
  return { nodes: frontend.nodes, rows: [...rows, ...waiting] };
}

function addressOf({ ip, port }: { ip: string; port: number }): string {
  return formatL3n4Addr({ ip, port, protocol: null, scope: 'external' });
}

/** Cilium programs an endpoint while it serves; one that is not ready, or gone, is rightly absent. */
function isWanted({ ready, serving }: ApiBackend): boolean {
  return ready || serving;
}

function agentRow(frontend: FrontendView, backend: BackendView, api: MatrixCell): MatrixRow {
  const nodes: MatrixRow['nodes'] = {};
  for (const node of frontend.nodes) nodes[node] = agentCell(frontend, backend, api, node);
  return {
    ...counted(nodes),
    key: addressOf(backend),
    ip: backend.ip,
    port: backend.port,
    mark: backendMark(frontend, backend),
    backend,
    api,
  };
}

function agentCell(frontend: FrontendView, backend: BackendView, api: MatrixCell, node: string): MatrixCell {
  if (backend.nodes.includes(node)) {
    return api === 'absent' && backendMark(frontend, backend) === 'leftover' ? 'leftover' : 'has';
  }
  return api === 'has' && !frontend.ownBackends && backend.state === 'active' ? 'missing' : 'absent';
}

function apiRow(frontend: FrontendView, { ip, port }: ApiBackend): MatrixRow {
  const nodes: MatrixRow['nodes'] = {};
  for (const node of frontend.nodes) nodes[node] = frontend.ownBackends ? 'absent' : 'missing';
  return {
    ...counted(nodes),
    key: addressOf({ ip, port }),
    ip,
    port,
    mark: 'unknown',
    backend: null,
    api: 'has',
  };
}

function counted(nodes: MatrixRow['nodes']): Pick<MatrixRow, 'nodes' | 'agree' | 'of'> {
  const cells = Object.values(nodes);
  const agree = cells.filter((cell) => cell === 'has' || cell === 'absent').length;
  return { nodes, agree, of: cells.length };
}

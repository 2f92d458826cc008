import type { BackendState } from '@/lib/cilium/backend';
import type { BackendTarget, BackendView } from '../frontend-view';
import { addressOrder } from './address-order';
import type { RowVariant } from './row-variant';
import { byMajority } from './row-variant';
import type { TableBackend } from './table-row';

type Printed = { backend: TableBackend; nodes: readonly string[] };

/** Merges the backends of a frontend over all nodes, in the order of their addresses. */
export function mergeBackends(
  variants: readonly RowVariant[],
  targetOf: (ip: string, port: number) => BackendTarget,
  internNodes: (nodes: readonly string[]) => string[],
): BackendView[] {
  const byAddress = new Map<string, Printed[]>();
  for (const { row, nodes } of [...variants].sort(byMajority)) {
    for (const backend of row.backends) {
      const order = addressOrder(backend);
      const printed = byAddress.get(order);
      if (printed === undefined) byAddress.set(order, [{ backend, nodes }]);
      else printed.push({ backend, nodes });
    }
  }
  return [...byAddress]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, printed]) => {
      const [first] = printed;
      if (first === undefined) return [];
      const { ip, port, protocol } = first.backend;
      const nodes =
        printed.length === 1 ? first.nodes : [...new Set(printed.flatMap((one) => one.nodes))].sort();
      return {
        ip,
        port,
        protocol,
        state: commonState(printed),
        preferred: first.backend.preferred,
        statesDiffer: printed.some(({ backend }) => backend.state !== first.backend.state),
        target: targetOf(ip, port),
        nodes: internNodes(nodes),
      };
    });
}

/** The state most nodes print. */
function commonState(printed: readonly Printed[]): BackendState | null {
  const counts = new Map<BackendState | null, number>();
  for (const { backend, nodes } of printed) {
    counts.set(backend.state, (counts.get(backend.state) ?? 0) + nodes.length);
  }
  let best: BackendState | null = null;
  let most = -1;
  for (const [state, count] of counts) {
    if (count > most) [best, most] = [state, count];
  }
  return best;
}

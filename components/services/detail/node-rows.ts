import type { AgentView } from '@/lib/snapshot/agent-view';
import type { FrontendDetail } from '@/lib/snapshot/frontend-view';
import type { BackendMatrix } from './backend-matrix';

/** What one node has of a frontend. `absent`: no row, and none is expected; `missing`: others have it. */
export type NodeRow = {
  node: string;
  verdict: 'agrees' | 'differs' | 'absent' | 'missing' | 'no answer';
  /** The agent's own number of the row, and the line it starts on; null where it has none. */
  id: number | null;
  line: number | null;
  answeredTimestamp: string | null;
  stale: boolean;
};

const order: NodeRow['verdict'][] = ['missing', 'differs', 'no answer', 'agrees', 'absent'];

/** Gives the same frontend on every node: those where something is wrong first, then by name. */
export function nodeRows(
  { frontend, perNode }: Pick<FrontendDetail, 'frontend' | 'perNode'>,
  { rows }: BackendMatrix,
  agents: readonly AgentView[],
): NodeRow[] {
  const wrong = new Set(
    rows.flatMap(({ nodes }) =>
      Object.entries(nodes).flatMap(([node, cell]) =>
        cell === 'missing' || cell === 'leftover' ? [node] : [],
      ),
    ),
  );
  const missing = new Set(
    frontend.problems.flatMap(({ kind, nodes }) => (kind === 'missing-row' ? nodes : [])),
  );
  const lines = new Map(perNode.map((row) => [row.node, row]));
  return agents
    .map(({ node, answers }): NodeRow => {
      const printed = lines.get(node);
      const has = frontend.nodes.includes(node);
      const answered = answers['service-list'].answeredTimestamp;
      return {
        node,
        verdict: has
          ? wrong.has(node)
            ? 'differs'
            : 'agrees'
          : answered === null
            ? 'no answer'
            : missing.has(node)
              ? 'missing'
              : 'absent',
        id: printed?.id ?? null,
        line: printed?.line ?? null,
        answeredTimestamp: printed?.answeredTimestamp ?? answered,
        stale: printed?.stale ?? answers['service-list'].stale,
      };
    })
    .sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict) || (a.node < b.node ? -1 : 1));
}

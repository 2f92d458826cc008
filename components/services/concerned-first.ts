import type { FrontendLinesView, FrontendView } from '@/lib/snapshot/frontend-view';

/** How each agent printed a row, those nodes first that its problems name; `concerned` is how many these are. */
export function concernedFirst(
  { problems }: Pick<FrontendView, 'problems'>,
  perNode: readonly FrontendLinesView[],
): { ordered: FrontendLinesView[]; concerned: number } {
  // A problem of all nodes sets none of them apart.
  const named = new Set(problems.flatMap(({ nodes }) => (nodes.length < perNode.length ? nodes : [])));
  const first = perNode.filter(({ node }) => named.has(node));
  return { ordered: [...first, ...perNode.filter(({ node }) => !named.has(node))], concerned: first.length };
}

/** The lines to copy where one agent has to do: a node that is named by a problem, and an answer that is not old. */
export function linesToCopy(
  frontend: Pick<FrontendView, 'problems'>,
  perNode: readonly FrontendLinesView[],
): FrontendLinesView | undefined {
  const { ordered, concerned } = concernedFirst(frontend, perNode);
  if (concerned > 0) return ordered[0];
  return ordered.find(({ stale }) => !stale) ?? ordered[0];
}

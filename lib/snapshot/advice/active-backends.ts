import type { FrontendView } from '../frontend-view';

/**
 * How many backends a node has behind a row that take new connections, the most of any of `nodes`: a row whose traffic
 * policy is Local has others on each node.
 */
export function activeBackendCount(
  { backends, ownBackends }: Pick<FrontendView, 'backends' | 'ownBackends'>,
  nodes: ReadonlySet<string>,
): number {
  const counts = new Map<string, number>();
  let total = 0;
  for (const { state, nodes: printing } of backends) {
    if (state !== null && state !== 'active') continue;
    total += 1;
    if (!ownBackends) continue;
    for (const node of printing) if (nodes.has(node)) counts.set(node, (counts.get(node) ?? 0) + 1);
  }
  return ownBackends ? Math.max(0, ...counts.values()) : total;
}

import type { FrontendView } from '@/lib/snapshot/frontend-view';
import type { PackedFrontends } from '@/lib/snapshot/live-event';

/** Writes out the node sets of rows as they crossed the wire; rows of one set share one array. */
export function unpackFrontends({ nodeSets, items }: PackedFrontends): FrontendView[] {
  const nodes = (set: number) => nodeSets[set] ?? [];
  return items.map((item) => ({
    ...item,
    nodes: nodes(item.nodes),
    backends: item.backends.map((backend) => ({ ...backend, nodes: nodes(backend.nodes) })),
  }));
}

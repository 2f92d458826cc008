import type { FrontendView } from './frontend-view';
import type { PackedFrontends } from './live-event';

/** Names each set of nodes once: on 100 nodes that agree, a table of 2,000 rows has one set. */
export function packFrontends(frontends: readonly FrontendView[]): PackedFrontends {
  const nodeSets: string[][] = [];
  const byArray = new Map<readonly string[], number>();
  const byNames = new Map<string, number>();
  const pack = (nodes: string[]): number => {
    const known = byArray.get(nodes) ?? byNames.get(nodes.join(' '));
    const index = known ?? nodeSets.push(nodes) - 1;
    byArray.set(nodes, index);
    if (known === undefined) byNames.set(nodes.join(' '), index);
    return index;
  };
  const items = frontends.map((frontend) => ({
    ...frontend,
    nodes: pack(frontend.nodes),
    backends: frontend.backends.map((backend) => ({ ...backend, nodes: pack(backend.nodes) })),
  }));
  return { nodeSets, items };
}

/** Undoes `packFrontends`; rows of one set share one array. A set that is not there is empty. */
export function unpackFrontends({ nodeSets, items }: PackedFrontends): FrontendView[] {
  const nodes = (set: number) => nodeSets[set] ?? [];
  return items.map((item) => ({
    ...item,
    nodes: nodes(item.nodes),
    backends: item.backends.map((backend) => ({ ...backend, nodes: nodes(backend.nodes) })),
  }));
}

import type { FrontendView } from './frontend-view';
import type { PackedFrontends } from './live-event';
import { nodeSetIndexes, nodeSetText } from './node-set-text';

/** Names each node and each set of nodes once: on 100 nodes that agree, a table of 2,000 rows has one set. */
export function packFrontends(frontends: readonly FrontendView[]): PackedFrontends {
  const nodeNames = [...namesIn(frontends)].sort();
  const indexOf = new Map(nodeNames.map((name, index) => [name, index]));
  const nodeSets: string[] = [];
  const byArray = new Map<readonly string[], number>();
  const byText = new Map<string, number>();
  const pack = (nodes: string[]): number => {
    const known = byArray.get(nodes);
    if (known !== undefined) return known;
    const text = nodeSetText(nodes.flatMap((node) => indexOf.get(node) ?? []));
    const index = byText.get(text) ?? nodeSets.push(text) - 1;
    byArray.set(nodes, index);
    byText.set(text, index);
    return index;
  };
  const items = frontends.map((frontend) => ({
    ...frontend,
    nodes: pack(frontend.nodes),
    backends: frontend.backends.map((backend) => ({ ...backend, nodes: pack(backend.nodes) })),
  }));
  return { nodeNames, nodeSets, items };
}

/** Lists are interned on the server: thousands of rows share a few, and each is read once. */
function namesIn(frontends: readonly FrontendView[]): Set<string> {
  const names = new Set<string>();
  const seen = new Set<readonly string[]>();
  const take = (nodes: readonly string[]) => {
    if (seen.has(nodes)) return;
    seen.add(nodes);
    for (const node of nodes) names.add(node);
  };
  for (const { nodes, backends } of frontends) {
    take(nodes);
    for (const backend of backends) take(backend.nodes);
  }
  return names;
}

/** Undoes `packFrontends`; rows of one set share one array. A set or a node that is not there is left out. */
export function unpackFrontends({ nodeNames, nodeSets, items }: PackedFrontends): FrontendView[] {
  const sets = nodeSets.map((text) => nodeSetIndexes(text).flatMap((index) => nodeNames[index] ?? []));
  const nodes = (set: number) => sets[set] ?? [];
  return items.map((item) => ({
    ...item,
    nodes: nodes(item.nodes),
    backends: item.backends.map((backend) => ({ ...backend, nodes: nodes(backend.nodes) })),
  }));
}

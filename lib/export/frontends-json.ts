import type { FrontendView } from '@/lib/snapshot/frontend-view';
import type { ExportHead } from './export-head';

/** Numbers each different list of nodes: on 100 nodes that agree, 100,000 backends have one. */
class NodeSets {
  readonly sets: (readonly string[])[] = [];
  private readonly byArray = new Map<readonly string[], number>();
  private readonly byNames = new Map<string, number>();

  indexOf(nodes: readonly string[]): number {
    const same = this.byArray.get(nodes);
    if (same !== undefined) return same;
    const names = nodes.join(' ');
    const index = this.byNames.get(names) ?? this.sets.push(nodes) - 1;
    this.byNames.set(names, index);
    this.byArray.set(nodes, index);
    return index;
  }
}

/**
 * Frontends as one JSON document: what the export is; then `frontends` in the order given, one on a line; then
 * `nodeSets`, the lists of names that each `nodes` is the index of. Comes a frontend at a time, so that a page can draw
 * in between.
 */
export function* frontendsJson(
  head: ExportHead,
  frontends: Iterable<FrontendView>,
  total: number,
): Generator<string, void> {
  const about = { format: 'kpr-explorer/frontends', formatVersion: 1, ...head, total };
  const nodeSets = new NodeSets();
  yield `${JSON.stringify(about, null, 2).slice(0, -2)},\n  "frontends": [`;
  let separator = '\n    ';
  for (const frontend of frontends) {
    const packed = {
      ...frontend,
      nodes: nodeSets.indexOf(frontend.nodes),
      backends: frontend.backends.map((backend) => ({ ...backend, nodes: nodeSets.indexOf(backend.nodes) })),
    };
    yield separator + JSON.stringify(packed);
    separator = ',\n    ';
  }
  yield `\n  ],\n  "nodeSets": ${JSON.stringify(nodeSets.sets)}\n}\n`;
}

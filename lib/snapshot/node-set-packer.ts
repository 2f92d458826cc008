import type { PackedNodeSets } from './live-event';
import { nodeSetIndexes, nodeSetText } from './node-set-text';

/** Numbers the sets of nodes of one message, and writes each once. */
export class NodeSetPacker {
  private readonly nodeNames: string[];
  private readonly indexOf: ReadonlyMap<string, number>;
  private readonly nodeSets: string[] = [];
  private readonly byArray = new Map<readonly string[], number>();
  private readonly byText = new Map<string, number>();

  /** @param lists every list that will be packed. */
  constructor(lists: Iterable<readonly string[]>) {
    // Lists are interned on the server: thousands of rows share a few, and each is read once.
    const names = new Set<string>();
    for (const list of new Set(lists)) for (const name of list) names.add(name);
    this.nodeNames = [...names].sort();
    this.indexOf = new Map(this.nodeNames.map((name, index) => [name, index]));
  }

  pack(nodes: readonly string[]): number {
    const known = this.byArray.get(nodes);
    if (known !== undefined) return known;
    const text = nodeSetText(nodes.flatMap((node) => this.indexOf.get(node) ?? []));
    const index = this.byText.get(text) ?? this.nodeSets.push(text) - 1;
    this.byArray.set(nodes, index);
    this.byText.set(text, index);
    return index;
  }

  packed(): PackedNodeSets {
    return { nodeNames: this.nodeNames, nodeSets: this.nodeSets };
  }
}

/** Gives the reader of set numbers; equal numbers give one array, an unknown one gives none. */
export function unpackNodeSets({ nodeNames, nodeSets }: PackedNodeSets): (set: number) => string[] {
  const sets = nodeSets.map((text) => nodeSetIndexes(text).flatMap((index) => nodeNames[index] ?? []));
  return (set) => sets[set] ?? [];
}

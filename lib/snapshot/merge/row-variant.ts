import type { TableRow } from './table-row';

/** One form of a frontend's row and the nodes that print it, sorted. */
export type RowVariant = { row: TableRow; nodes: readonly string[] };

/** Orders variants: the one most nodes print first, then by identity, so that the order never depends on chance. */
export function byMajority(a: RowVariant, b: RowVariant): number {
  return b.nodes.length - a.nodes.length || (a.row.identity < b.row.identity ? -1 : 1);
}

/** Gives the nodes of several variants, sorted, each once. */
export function nodesOf(variants: readonly RowVariant[]): readonly string[] {
  const [only] = variants;
  if (variants.length === 1 && only !== undefined) return only.nodes;
  return [...new Set(variants.flatMap(({ nodes }) => nodes))].sort();
}

import type { Mask } from './mask';

/** What a list was filtered by. */
export type ExportFilter = {
  q: string;
  type: readonly string[];
  state: readonly string[];
  /** Namespaces. */
  ns: readonly string[];
  node: readonly string[];
  problems: boolean;
};

/**
 * A filter in words: `text “web”; type NodePort; only with problems`. null where nothing was left out. Masked, the text
 * is not told: it may be any part of a name.
 */
export function filterWords(
  { q, type, state, ns, node, problems }: ExportFilter,
  mask: Mask | null,
): string | null {
  const namespaces = mask === null ? ns : ns.map((name) => mask.name('namespace', name));
  const nodes = mask === null ? node : mask.nodes(node);
  const text = q.trim();
  const list = (word: string, values: readonly string[]) =>
    values.length === 0 ? [] : [`${word} ${values.map((value) => value || 'none').join(' or ')}`];
  const parts = [
    ...(text === '' ? [] : [mask === null ? `text “${text}”` : 'a text (masked)']),
    ...list('type', type),
    ...list('state', state),
    ...list('namespace', namespaces),
    ...list('node', nodes),
    ...(problems ? ['only with problems'] : []),
  ];
  return parts.length === 0 ? null : parts.join('; ');
}

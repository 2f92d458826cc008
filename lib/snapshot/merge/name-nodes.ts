const namedMax = 3;

/** Names nodes in a sentence: `node a`, `nodes a and b`, `nodes a, b and 5 more`. */
export function nameNodes(nodes: readonly string[]): string {
  if (nodes.length === 1) return `node ${nodes[0]}`;
  const named = nodes.length <= namedMax ? nodes.slice(0, -1) : nodes.slice(0, namedMax - 1);
  const rest = nodes.length - named.length;
  return `nodes ${named.join(', ')} and ${rest === 1 ? nodes[nodes.length - 1] : `${rest} more`}`;
}

/** A node's name cut where it differs from its neighbours': `ip-192-168-` + `18-107` + `.ec2.internal`. */
export type NodeNameParts = { prefix: string; distinct: string; suffix: string };

/** Gives the length of the longest common prefix of `names` that ends at a separator (`-` or `.`). */
function commonPrefixLength(names: readonly string[]): number {
  const [first, ...others] = names;
  if (first === undefined || others.length === 0) return 0;
  let length = first.length;
  for (const name of others) {
    let same = 0;
    while (same < length && name[same] === first[same]) same += 1;
    length = same;
  }
  return Math.max(first.lastIndexOf('-', length - 1), first.lastIndexOf('.', length - 1)) + 1;
}

/** Gives the length of the longest common suffix of `names` that starts at a dot. */
function commonSuffixLength(names: readonly string[]): number {
  const [first, ...others] = names;
  if (first === undefined || others.length === 0) return 0;
  let length = first.length;
  for (const name of others) {
    let same = 0;
    while (same < length && name.at(-1 - same) === first.at(-1 - same)) same += 1;
    length = same;
  }
  const dot = first.indexOf('.', first.length - length);
  return dot < 0 ? 0 : first.length - dot;
}

/** How much every name of `names` has in common, at its start and at its end. */
export type NodeNameCommon = { prefixLength: number; suffixLength: number };

/** Gives what the names of a cluster's nodes have in common; nothing for fewer than two. */
export function commonOfNodeNames(names: readonly string[]): NodeNameCommon {
  const distinct = [...new Set(names)];
  return { prefixLength: commonPrefixLength(distinct), suffixLength: commonSuffixLength(distinct) };
}

/** Cuts one name; a name that would have nothing left of its own stays whole. */
export function nodeNameParts(name: string, { prefixLength, suffixLength }: NodeNameCommon): NodeNameParts {
  const end = name.length - suffixLength;
  if (end - prefixLength < 1) return { prefix: '', distinct: name, suffix: '' };
  return {
    prefix: name.slice(0, prefixLength),
    distinct: name.slice(prefixLength, end),
    suffix: name.slice(end),
  };
}

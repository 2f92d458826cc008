type Json = unknown;

/** What tells the items of a merged list apart: the value of the merge key, or a plain value itself. */
export function identityIn(item: Json, key: string | null): Json {
  return key !== null && typeof item === 'object' && item !== null ? Reflect.get(item, key) : item;
}

function sortedAs(items: readonly Json[], order: readonly Json[], key: string | null): Json[] {
  const wanted = order.map((item) => identityIn(item, key));
  const rank = (item: Json) => {
    const index = wanted.indexOf(identityIn(item, key));
    return index < 0 ? wanted.length : index;
  };
  return [...items].sort((a, b) => rank(a) - rank(b));
}

/**
 * The order of a merged list, as apimachinery has it (strategicpatch, normalizeElementOrder and mergeSortedSlice,
 * v0.37): what the patch names stands in the patch's order, the rest in the order it had; between the two, an item
 * that is new stands before the rest, and one that was there keeps its side.
 */
export function orderMerged(options: {
  merged: readonly Json[];
  /** The list before the patch. */
  before: readonly Json[];
  /** The patch's list, or its `$setElementOrder`. */
  order: readonly Json[];
  key: string | null;
}): Json[] {
  const { merged, before, order, key } = options;
  const named = new Set(order.map((item) => identityIn(item, key)));
  const known = before.map((item) => identityIn(item, key));
  const fromPatch = sortedAs(
    merged.filter((item) => named.has(identityIn(item, key))),
    order,
    key,
  );
  const others = sortedAs(
    merged.filter((item) => !named.has(identityIn(item, key))),
    before,
    key,
  );
  const result: Json[] = [];
  while (fromPatch.length > 0 && others.length > 0) {
    const other = known.indexOf(identityIn(others[0], key));
    const patched = known.indexOf(identityIn(fromPatch[0], key));
    const otherFirst = other >= 0 && patched >= 0 && other < patched;
    result.push(otherFirst ? others.shift() : fromPatch.shift());
  }
  return [...result, ...others, ...fromPatch];
}

/**
 * Gives `keyOf` with a memory: rows that did not change since the last list are the same objects, and their texts
 * need not be made again.
 */
export function remembered<Item extends object>(keyOf: (item: Item) => string): (item: Item) => string {
  const known = new WeakMap<Item, string>();
  return (item) => {
    let key = known.get(item);
    if (key === undefined) {
      key = keyOf(item);
      known.set(item, key);
    }
    return key;
  };
}

/** Writes a port so that text order is numeric order. */
export function fixedWidth(port: number): string {
  return String(port).padStart(5, '0');
}

/** More are not kept: what does not repeat, such as labels with a pod's own name, must not fill the memory. */
const keptMax = 20_000;

/**
 * Gives for equal values the same one, the first that came: ten thousand pods have the same labels, ports and nodes, and
 * each came from the API as a copy of its own. Values are compared as JSON and never changed once given.
 */
export function repeatedValues<T>(): (value: T) => T {
  const kept = new Map<string, T>();
  return (value) => {
    const key = JSON.stringify(value);
    const known = kept.get(key);
    if (known !== undefined) return known;
    if (kept.size >= keptMax) kept.clear();
    kept.set(key, value);
    return value;
  };
}

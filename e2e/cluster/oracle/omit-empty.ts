/** Booleans that are pointers in Go: false is a value of theirs. */
const pointers = new Set(['service-exports-enabled', 'service-exports', 'endpoint-slices']);

/**
 * Leaves out what Go's `omitempty` leaves out of Cilium's API models: false, 0 and the empty text as a field, and a
 * map (there is one) without entries. Items of lists, and lists themselves (null for none), stay.
 */
export function omitEmpty<Value>(value: Value): Value {
  return strip(value) as Value;
}

function strip(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strip);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, item]) => {
        if (item === undefined) return false;
        if (item === false || item === 0 || item === '') return pointers.has(key);
        return key !== 'allocations' || Object.keys(item ?? {}).length > 0;
      })
      .map(([key, item]) => [key, strip(item)]),
  );
}

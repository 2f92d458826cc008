/** Keeps what is computed of an object as long as the object lives: a new version of it is a new object. */
export function memoized<Source extends object, Result>(
  compute: (source: Source) => Result,
): (source: Source) => Result {
  const known = new WeakMap<Source, Result>();
  return (source) => {
    const found = known.get(source);
    if (found !== undefined) return found;
    const result = compute(source);
    known.set(source, result);
    return result;
  };
}

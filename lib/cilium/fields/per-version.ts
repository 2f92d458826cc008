import type { Release } from '../agent-version';

/** What agents call themselves is not to fill the memory. */
const keptMax = 40;

/** Makes a function of a version that computes each answer once. The answers are shared: they must not be changed. */
export function perVersion<T>(compute: (version: Release) => T): (version: Release) => T {
  const kept = new Map<string, T>();
  return (version) => {
    const name = `${version.major}.${version.minor}.${version.patch}`;
    const known = kept.get(name);
    if (known !== undefined) return known;
    const made = compute(version);
    if (kept.size < keptMax) kept.set(name, made);
    return made;
  };
}

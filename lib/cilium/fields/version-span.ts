import type { Release } from '../agent-version';

/**
 * Versions something holds for, both ends included. `until: '1.12'` covers every patch of 1.12;
 * a missing end is open.
 */
export type VersionSpan = { since?: string; until?: string };

const parsed = new Map<string, readonly number[]>();

/** The numbers of a bound. Bounds stand in tables of this program alone, so that there are few. */
function numbersOf(bound: string): readonly number[] {
  const known = parsed.get(bound);
  if (known !== undefined) return known;
  const numbers = bound.split('.').map(Number);
  parsed.set(bound, numbers);
  return numbers;
}

function compareToBound(version: Release, bound: string): number {
  const [major = 0, minor = 0, patch] = numbersOf(bound);
  const difference = version.major - major || version.minor - minor;
  return difference !== 0 || patch === undefined ? difference : version.patch - patch;
}

/**
 * Whether `version` lies in `span`. An unknown version lies only in a span open at both ends:
 * nothing is claimed for an agent whose version cannot be read.
 */
export function inSpan(version: Release | null, { since, until }: VersionSpan): boolean {
  if (version === null) return since === undefined && until === undefined;
  return (
    (since === undefined || compareToBound(version, since) >= 0) &&
    (until === undefined || compareToBound(version, until) <= 0)
  );
}

/** A span in words: `1.11 to 1.17`, `1.15 and later`, `all versions from 1.10`. */
export function describeSpan({ since, until }: VersionSpan): string {
  if (since !== undefined && until !== undefined) return since === until ? since : `${since} to ${until}`;
  if (since !== undefined) return `${since} and later`;
  return until === undefined ? 'every version from 1.10' : `${until} and earlier`;
}

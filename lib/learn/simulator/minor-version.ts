import { integerIn, type Choice } from './choice';

/** The versions of Cilium that a simulator tells apart, as minor numbers: 13 is v1.13. */
type MinorBounds = { min: number; max: number };

/** Reads `1.17` of a link as 17; null where it is no version within bounds. */
export function minorIn(bounds: MinorBounds): Choice<number> {
  return (text) => (text.startsWith('1.') ? integerIn(bounds)(text.slice(2)) : null);
}

/** Gives the minor number within bounds that is nearest to a cluster's own. */
export function nearestMinor(minor: number, { min, max }: MinorBounds): number {
  return Math.min(Math.max(minor, min), max);
}

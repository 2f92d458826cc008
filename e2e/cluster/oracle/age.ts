import fc from 'fast-check';

/** Go's zero time as Cilium's API writes it: never. */
const never = '0001-01-01T00:00:00.000Z';

/**
 * What is printed of an age are whole seconds. Ages of the models are this much more than whole seconds, so that the
 * client, who reads its clock a little later, finds the same second.
 */
export const marginMs = 5;

/** How long ago something was, for a client that asks now; null for never. */
export type Age = number | null;

/** The time of an age, on the clock of the moment the client asks. */
export type AgeToTime = (age: Age) => string;

export function timeOfAge(nowMs: number): AgeToTime {
  return (age) => (age === null ? never : new Date(nowMs - age).toISOString());
}

/** An age on the safe side of its second. */
export function settled(age: number): number {
  return Math.floor(Math.max(0, age) / 1000) * 1000 + marginMs;
}

/** Ages from seconds to months. */
export const ageMs: fc.Arbitrary<Age> = fc.oneof(
  fc.constant(null),
  fc.nat(130).map((seconds) => settled(seconds * 1000)),
  fc.nat(40_000).map((seconds) => settled(seconds * 1000)),
  fc.nat(9_000_000).map((seconds) => settled(seconds * 1000)),
);

/** The sizes that `bpf-lb-maglev-table-size` may have, all prime (v1.9 to 1.21-dev). */
export const maglevTableSizes = [251, 509, 1021, 2039, 4093, 8191, 16381, 32749, 65521, 131071] as const;

/** The size where nobody set one. */
export const defaultMaglevTableSize = 16381;

/** Cilium's rule: a table has more than a hundred slots for each backend of the largest Service. */
const slotsPerBackend = 100;

/** Gives how many backends a table of `size` is good for by Cilium's rule. */
export function backendsForTableSize(size: number): number {
  return Math.floor((size - 1) / slotsPerBackend);
}

/** Gives the smallest size that holds `backendCount` backends by Cilium's rule; null where none does. */
export function tableSizeForBackends(backendCount: number): number | null {
  return maglevTableSizes.find((size) => backendsForTableSize(size) >= backendCount) ?? null;
}

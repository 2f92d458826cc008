import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sortSlice } from './sort-slice';

const shapes: Record<string, (at: number, size: number) => number> = {
  mixed: (at) => (at * 7919) % 10007,
  rising: (at) => at,
  falling: (at, size) => size - at,
  organ: (at, size) => (at > Math.floor(size / 2) ? size - at : at),
};

/** The places of the items after sorting, for lists of every shape, of 1 to `size` different keys, compared by `<=` and `<`. */
function orders(size: number): string[] {
  return [1, 2, 7, 100_000].flatMap((kinds) =>
    [true, false].flatMap((orEqual) =>
      Object.values(shapes).map((keyOf) => {
        const items = Array.from({ length: size }, (_, at) => ({ key: keyOf(at, size) % kinds, at }));
        const less = (a: { key: number }, b: { key: number }): boolean =>
          orEqual ? a.key <= b.key : a.key < b.key;
        return sortSlice(items, less)
          .map(({ at }) => at)
          .join(',');
      }),
    ),
  );
}

/** SHA-256 of the orders, one a line, as `sort.Slice` of Go 1.26 leaves the same lists. */
const recorded: [size: number, digest: string][] = [
  [2, '8295e087dcb5ca34'],
  [5, '20092a508b3ea350'],
  [12, 'e06d1f2670e852e4'],
  [13, '8acbfd64c8e75f79'],
  [30, 'f90922527b874b2c'],
  [49, 'ed5707eed82ab4e7'],
  [50, '5fece818f8b7e759'],
  [64, '8cfe97325274958e'],
  [200, '1fc9493f6d32da5a'],
  [1000, 'dea7f035b7ed9b53'],
  [5000, 'b02e09cd54f6b411'],
];

describe("Go's sort.Slice", () => {
  it.each(recorded)(
    'leaves %i items in the order that Go leaves them in, also equal ones',
    (size, digest) => {
      const text = orders(size)
        .map((order) => `${order}\n`)
        .join('');
      expect(createHash('sha256').update(text).digest('hex').slice(0, 16)).toBe(digest);
    },
  );
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backendHashString } from './backend-hash-string';
import { buildMaglevTable } from './build-maglev-table';
import { release } from './cilium-figures.fixture';
import { defaultMurmur, equalMembers } from './equal-members.fixture';
import { tableDisruption } from './table-disruption';

const memberList = fc.uniqueArray(
  fc.record({
    hashString: fc.nat(65535).map((n) => `[10.0.${n >> 8}.${n & 255}:80/TCP,State:active]`),
    weight: fc.integer({ min: 0, max: 65535 }),
  }),
  { minLength: 1, maxLength: 20, selector: ({ hashString }) => hashString },
);

describe('a table', () => {
  test('is full, and the same whatever order its backends are named in', () => {
    fc.assert(
      fc.property(memberList, fc.constantFrom(251, 509), (members, size) => {
        const named = (list: typeof members) =>
          [...buildMaglevTable(list, size, defaultMurmur)].map((member) => list[member]?.hashString);
        const table = named(members);
        expect(table).toHaveLength(members.every(({ weight }) => weight === 0) ? 0 : size);
        expect(named([...members].reverse())).toEqual(table);
        const withSlots = new Set(table);
        for (const { hashString, weight } of members) expect(withSlots.has(hashString)).toBe(weight > 0);
      }),
      { numRuns: 60 },
    );
  });

  test('gives nothing to a backend of weight 0, as if it were not there', () => {
    const [first, ...rest] = equalMembers(4);
    if (first === undefined) throw new Error('no members');
    const without = buildMaglevTable(rest, 251, defaultMurmur).map((member) => member + 1);
    expect(buildMaglevTable([{ ...first, weight: 0 }, ...rest], 251, defaultMurmur)).toEqual(without);
  });

  test('up to v1.16 one port over TCP and UDP is one backend', () => {
    const both = (['TCP', 'UDP'] as const).map((protocol) => ({
      hashString: backendHashString({ ip: '10.0.0.1', port: 53, protocol, scope: 'external' }, release(16)),
      weight: 100,
    }));
    expect(new Set(buildMaglevTable(both, 251, defaultMurmur))).toEqual(new Set([1]));
  });

  test('disruption is parted without rest', () => {
    fc.assert(
      fc.property(memberList, memberList, (a, b) => {
        const [before, after] = [a, b].map((members) => ({
          slots: buildMaglevTable(members, 251, defaultMurmur),
          names: members.map(({ hashString }) => hashString),
        }));
        if (before === undefined || after === undefined) throw new Error('no tables');
        const { changed, fromRemoved, toAdded, collateral } = tableDisruption(before, after);
        expect(fromRemoved + toAdded + collateral).toBe(changed);
        expect(tableDisruption(before, before).changed).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  test('of another size cannot be compared', () => {
    const table = (size: number) => ({
      slots: buildMaglevTable(equalMembers(2), size, defaultMurmur),
      names: ['a', 'b'],
    });
    expect(() => tableDisruption(table(251), table(509))).toThrow('every flow hashes anew');
  });
});

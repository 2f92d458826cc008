import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { L4Protocol } from '../l3n4-addr';
import { backendHashString } from './backend-hash-string';
import { buildMaglevTable, preferenceOf } from './build-maglev-table';
import type { Flow } from './flow-hash';
import { flowHash, FlowAddressError, flowSlot } from './flow-hash';
import { maglevSlotCounts } from './maglev-shares';
import { defaultMaglevSeed, MaglevSeedError, parseMaglevSeed } from './maglev-seed';
import { murmur3Hash128 } from './murmur3';
import { tableDisruption } from './table-disruption';
import { maglevMemory } from './table-memory';
import { backendsForTableSize, maglevTableSizes, tableSizeForBackends } from './table-size';
import { usesMaglev } from './uses-maglev';

/** Figures computed by Cilium's own code, beside the repository; absent outside of our workshop. */
const vectors = join(process.cwd(), '..', 'shared', 'vectors');
const isHere = existsSync(join(vectors, 'maglev.json'));
if (!isHere) process.stderr.write(`skipped: no figures of Cilium's own code in ${vectors}\n`);

function read<T>(file: string, absent: T): T {
  return isHere ? (JSON.parse(readFileSync(join(vectors, file), 'utf8')) as T) : absent;
}

type VectorBackend = {
  id: number;
  ip: string;
  port: number;
  proto: L4Protocol;
  weight: number;
  hashString: string;
  murmurH1: string;
  murmurH2: string;
  offset: number;
  skip: number;
  slots: number;
};
type TableCase = {
  name: string;
  m: number;
  seed: string;
  seedMurmur: number;
  backends: VectorBackend[];
  tableSha256: string;
  tableSha256Uint32LE: string;
  first64: number[];
  table?: number[];
  disruption?: {
    removedId: number;
    slotsOwnedByRemoved: number;
    changedTotal: number;
    changedAmongSurvivors: number;
    tableSha256After: string;
  }[];
};

const release = (minor: number) => ({ major: 1, minor, patch: 0 });
const noCases: { cases: TableCase[] } = { cases: [] };
const tables = [
  ...read('maglev.json', noCases).cases.map((vector) => ({ minor: 17, vector })),
  ...read('maglev-legacy.json', noCases).cases.map((vector) => ({ minor: 15, vector })),
];
const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');
const hex = (word: bigint) => word.toString(16).padStart(16, '0');

function tableOf(backends: readonly VectorBackend[], { m, seed }: TableCase, minor: number) {
  const members = backends.map(({ ip, port, proto, weight }) => ({
    hashString: backendHashString({ ip, port, protocol: proto, scope: 'external' }, release(minor)),
    weight,
  }));
  const slots = buildMaglevTable(members, m, parseMaglevSeed(seed).murmur);
  return {
    slots,
    names: members.map(({ hashString }) => hashString),
    ids: slots.map((member) => backends[member]?.id ?? 0),
  };
}

describe.skipIf(!isHere)('the figures of Cilium’s own code', () => {
  test('there are as many as there were', () => {
    expect([tables.length, tables.filter(({ minor }) => minor === 15).length]).toEqual([216 + 286, 286]);
  });

  test.each(tables)('$vector.name at v1.$minor, slot for slot', ({ minor, vector }) => {
    const { slots, names, ids } = tableOf(vector.backends, vector, minor);
    expect(parseMaglevSeed(vector.seed).murmur).toBe(vector.seedMurmur);
    expect(names).toEqual(vector.backends.map(({ hashString }) => hashString));
    for (const backend of vector.backends) {
      const { h1, h2 } = murmur3Hash128(new TextEncoder().encode(backend.hashString), vector.seedMurmur);
      expect([hex(h1), hex(h2)]).toEqual([backend.murmurH1, backend.murmurH2]);
      const { offset, skip } = preferenceOf(backend.hashString, vector.m, vector.seedMurmur);
      expect([offset, skip]).toEqual([backend.offset, backend.skip]);
    }
    if (vector.table !== undefined) expect([...ids]).toEqual(vector.table);
    expect([...ids.slice(0, 64)]).toEqual(vector.first64);
    expect(sha256(ids.join(','))).toBe(vector.tableSha256);
    expect(sha256(new Uint8Array(ids.buffer))).toBe(vector.tableSha256Uint32LE);
    expect(maglevSlotCounts(slots, vector.backends.length)).toEqual(
      vector.backends.map((backend) => backend.slots),
    );
  });

  test.each(tables.filter(({ vector }) => (vector.disruption?.length ?? 0) > 0))(
    '$vector.name at v1.$minor when a backend goes',
    ({ minor, vector }) => {
      const before = tableOf(vector.backends, vector, minor);
      for (const removal of vector.disruption ?? []) {
        const left = vector.backends.filter(({ id }) => id !== removal.removedId);
        const after = tableOf(left, vector, minor);
        if (left.length > 0) expect(sha256(after.ids.join(','))).toBe(removal.tableSha256After);
        expect(tableDisruption(before, after)).toEqual({
          size: vector.m,
          changed: removal.changedTotal,
          fromRemoved: removal.slotsOwnedByRemoved,
          toAdded: 0,
          collateral: removal.changedAmongSurvivors,
        });
      }
    },
  );

  type Row = Record<'m' | 'n' | 'removalsTried' | 'minSlots' | 'maxSlots', number> &
    Record<'avgChangedTotal' | 'avgChangedAmongSurvivors' | 'maxChangedAmongSurvivorsPctOfTable', number>;
  // Where every backend was removed in turn, the averages are over all of them; larger rows would take minutes.
  const rows = read<{ rows: Row[] }>('maglev-disruption.json', { rows: [] }).rows;

  test.each(rows)('table of $m with $n backends: how even it is', ({ m, n, minSlots, maxSlots }) => {
    const counts = maglevSlotCounts(buildMaglevTable(equalMembers(n), m, defaultMurmur), n);
    expect([Math.min(...counts), Math.max(...counts)]).toEqual([minSlots, maxSlots]);
  });

  test.each(rows.filter(({ n, m, removalsTried }) => removalsTried === n && m <= 16381))(
    'table of $m with $n backends: what moves when one goes',
    (row) => {
      const members = equalMembers(row.n);
      const names = members.map(({ hashString }) => hashString);
      const before = { slots: buildMaglevTable(members, row.m, defaultMurmur), names };
      const removals = members.map((_, gone) => {
        const left = members.filter((_, index) => index !== gone);
        const after = {
          slots: buildMaglevTable(left, row.m, defaultMurmur),
          names: left.map(({ hashString }) => hashString),
        };
        return tableDisruption(before, after);
      });
      const mean = (of: (removal: (typeof removals)[number]) => number) =>
        removals.reduce((sum, removal) => sum + of(removal), 0) / removals.length;
      expect(mean(({ changed }) => changed)).toBeCloseTo(row.avgChangedTotal, 9);
      expect(mean(({ collateral }) => collateral)).toBeCloseTo(row.avgChangedAmongSurvivors, 9);
      expect(Math.max(...removals.map(({ collateral }) => (collateral / row.m) * 100))).toBeCloseTo(
        row.maxChangedAmongSurvivorsPctOfTable,
        9,
      );
    },
  );

  test('every hash of murmur3.json', () => {
    type Hash = { inputHex: string; seed: number; h1: string; h2: string };
    const hashes = read<Hash[]>('murmur3.json', []);
    expect(hashes).toHaveLength(245);
    for (const { inputHex, seed, h1, h2 } of hashes) {
      const hash = murmur3Hash128(Uint8Array.from(Buffer.from(inputHex, 'hex')), seed);
      expect({ inputHex, seed, h1: hex(hash.h1), h2: hex(hash.h2) }).toEqual({ inputHex, seed, h1, h2 });
    }
  });

  test('every flow falls into the slot that the kernel finds, by version', () => {
    type FlowVector = {
      [
        slot in 'slot251' | 'slot16381' | 'slot16381_le_1.17dev' | 'hash_le_1.17dev' | 'hash_1.18plus'
      ]: number;
    } & {
      seed: string;
      client: string;
      clientPort: number;
      servicePort: number;
      proto: number;
      affinity: boolean;
    };
    const { flows } = read<{ flows: FlowVector[] }>('flowhash.json', { flows: [] });
    expect(flows).toHaveLength(120);
    for (const vector of flows) {
      const flow: Flow = {
        clientIP: vector.client,
        clientPort: vector.clientPort,
        servicePort: vector.servicePort,
        protocol: vector.proto === 6 ? 'TCP' : vector.proto === 17 ? 'UDP' : 'SCTP',
        affinity: vector.affinity,
      };
      const seed = parseMaglevSeed(vector.seed);
      expect(flowHash(flow, seed, release(17))).toBe(vector['hash_le_1.17dev']);
      expect(flowHash(flow, seed, release(18))).toBe(vector['hash_1.18plus']);
      expect(flowSlot(flow, seed, release(17), 16381)).toBe(vector['slot16381_le_1.17dev']);
      expect(flowSlot(flow, seed, release(21), 16381)).toBe(vector.slot16381);
      expect(flowSlot(flow, seed, release(21), 251)).toBe(vector.slot251);
    }
  });
});

const defaultMurmur = parseMaglevSeed(defaultMaglevSeed).murmur;

/** The backends that maglev-disruption.json was measured with. */
function equalMembers(count: number) {
  return Array.from({ length: count }, (_, k) => ({
    hashString: `[10.244.${Math.floor(k / 200)}.${(k % 200) + 2}:8080/TCP,State:active]`,
    weight: 100,
  }));
}

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

test('a seed is twelve bytes of base64, or the agent does not start', () => {
  expect(parseMaglevSeed(defaultMaglevSeed)).toEqual({
    murmur: 616034178,
    jhashIPv4: 1910299206,
    jhashIPv6: 2454738568,
  });
  for (const seed of ['', 'AAEC', 'JLfvgnHc2kaSUFaI JLfv', 'JLfvgnHc2kaSUFa', 'JLfvgnHc2kaSUFaIAA==', '!!!!'])
    expect(() => parseMaglevSeed(seed), seed).toThrow(MaglevSeedError);
});

test('a client that is no address is refused by name', () => {
  const flow: Flow = {
    clientIP: 'a.b',
    clientPort: 1,
    servicePort: 1,
    protocol: 'TCP',
    affinity: false,
  };
  expect(() => flowHash(flow, parseMaglevSeed(defaultMaglevSeed), release(17))).toThrow(FlowAddressError);
});

test('table sizes follow the rule of a hundred slots a backend', () => {
  expect(maglevTableSizes.map(backendsForTableSize)).toContain(163);
  expect([2, 160, 650, 1310, 1311].map(tableSizeForBackends)).toEqual([251, 16381, 65521, 131071, null]);
});

test('memory is as the reference has it', () => {
  const memory = (minor: number, size: number) => maglevMemory(release(minor), size, 1000, 3);
  expect(memory(21, 16381)).toMatchObject({ tableBytes: 65_524, kernelBytes: 65_524_000 });
  expect(memory(10, 16381).tableBytes).toBe(32_762);
  // The comment in pkg/maglev says 20.47 MB; its own formula in whole numbers gives 20.37 MiB.
  expect(memory(21, 16381).agentBytes).toBe(163 * 16381 * 8);
  expect(maglevMemory(release(21), 16381, 1, 300).agentBytes).toBe(300 * 16381 * 8);
});

test('Maglev chooses for clients outside only', () => {
  const choice = { algorithm: 'maglev', annotation: null, externalClusterIP: false } as const;
  const of = (type: 'NodePort' | 'ClusterIP' | 'LoadBalancer', ip: string, over = {}) =>
    usesMaglev({ type, ip, scope: 'external' }, { ...choice, ...over });
  expect(of('LoadBalancer', '203.0.113.10')).toBe(true);
  expect(of('NodePort', '192.0.2.11')).toBe(true);
  expect(of('NodePort', '0.0.0.0')).toBe(false);
  expect(of('NodePort', '::', { annotation: 'maglev' })).toBe(false);
  expect(of('ClusterIP', '10.96.0.1')).toBe(false);
  expect(of('ClusterIP', '10.96.0.1', { externalClusterIP: true })).toBe(true);
  expect(of('LoadBalancer', '203.0.113.10', { annotation: 'random' })).toBe(false);
  expect(of('LoadBalancer', '203.0.113.10', { algorithm: 'random', annotation: 'maglev' })).toBe(true);
  expect(usesMaglev({ type: 'LoadBalancer', ip: '203.0.113.10', scope: 'internal' }, choice)).toBe(false);
});

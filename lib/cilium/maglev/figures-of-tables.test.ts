import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { L4Protocol } from '../l3n4-addr';
import { backendHashString } from './backend-hash-string';
import { buildMaglevTable, preferenceOf } from './build-maglev-table';
import { hex, isHere, read, release } from './cilium-figures.fixture';
import { parseMaglevSeed } from './maglev-seed';
import { maglevSlotCounts } from './maglev-shares';
import { murmur3Hash128 } from './murmur3';
import { tableDisruption } from './table-disruption';

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

const noCases: { cases: TableCase[] } = { cases: [] };
const tables = [
  ...read('maglev.json', noCases).cases.map((vector) => ({ minor: 17, vector })),
  ...read('maglev-legacy.json', noCases).cases.map((vector) => ({ minor: 15, vector })),
];
const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');

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
});

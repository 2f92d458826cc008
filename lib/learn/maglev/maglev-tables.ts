import { buildMaglevTable, type MaglevMember } from '@/lib/cilium/maglev/build-maglev-table';
import { parseMaglevSeed } from '@/lib/cilium/maglev/maglev-seed';
import { maglevMembers, type WeighedBackend } from './maglev-backend';
import type { MaglevParameters } from './maglev-state';

/** The tables in question. Each slot holds a backend's place among all of the Service's. */
export type MaglevTables = {
  /** On node 1, of the backends there were. */
  before: Uint8Array;
  /** On node 1, of the backends there are. */
  now: Uint8Array;
  /** On node 2, of the backends there are. */
  other: Uint8Array;
};

/** Gives the table of some backends under a seed. */
export function tableOf(
  backends: readonly WeighedBackend[],
  { size, minor, service }: Pick<MaglevParameters, 'size' | 'minor' | 'service'>,
  seed: string,
): Uint8Array {
  const members: MaglevMember[] = maglevMembers(backends, service, releaseOf(minor));
  const table = buildMaglevTable(members, size, parseMaglevSeed(seed).murmur);
  return Uint8Array.from(table, (member) => backends[member]?.index ?? 0);
}

/** Builds the tables of both nodes; those that are the same are built once. */
export function maglevTables(parameters: MaglevParameters): MaglevTables {
  const { before, now, seed, otherSeed } = parameters;
  const isSame = JSON.stringify(before) === JSON.stringify(now);
  const nowTable = tableOf(now, parameters, seed);
  return {
    before: isSame ? nowTable : tableOf(before, parameters, seed),
    now: nowTable,
    other: otherSeed === null ? nowTable : tableOf(now, parameters, otherSeed),
  };
}

/** Gives the release that stands for a minor version. */
export function releaseOf(minor: number) {
  return { major: 1, minor, patch: 0 };
}

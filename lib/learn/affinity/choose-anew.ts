import { backendHashString } from '@/lib/cilium/maglev/backend-hash-string';
import { buildMaglevTable } from '@/lib/cilium/maglev/build-maglev-table';
import { flowSlot } from '@/lib/cilium/maglev/flow-hash';
import { defaultMaglevSeed, parseMaglevSeed } from '@/lib/cilium/maglev/maglev-seed';
import { defaultMaglevTableSize } from '@/lib/cilium/maglev/table-size';
import { backendAddresses, type PlannedConnection } from './affinity-clients';
import type { AffinityParameters, BackendLetter } from './affinity-parameters';

/** Chooses a backend among those that are active, for a client whose memory says nothing. */
type Chooser = (
  connection: PlannedConnection & { index: number; sourceIP: string },
  active: readonly BackendLetter[],
) => BackendLetter | null;

/** Gives how a node chooses: Maglev for clients outside where it is asked for, chance for all others. */
export function chooserOf(parameters: AffinityParameters): Chooser {
  const { place, algorithm, seed } = parameters;
  if (place === 'outside' && algorithm === 'maglev') return maglevChooser(parameters);
  return ({ index }, active) => active[Math.floor(draw(seed, index) * active.length)] ?? null;
}

function maglevChooser({ isOn, minor }: AffinityParameters): Chooser {
  const version = { major: 1, minor, patch: 0 };
  const seed = parseMaglevSeed(defaultMaglevSeed);
  const tables = new Map<string, Uint32Array>();
  return ({ sourceIP, clientPort }, active) => {
    const name = active.join('');
    const table = tables.get(name) ?? tableOf(active, version, seed.murmur);
    tables.set(name, table);
    const flow = {
      clientIP: sourceIP,
      clientPort,
      servicePort: 80,
      protocol: 'TCP',
      affinity: isOn,
    } as const;
    return active[table[flowSlot(flow, seed, version, defaultMaglevTableSize)] ?? 0] ?? null;
  };
}

function tableOf(active: readonly BackendLetter[], version: Parameters<typeof flowSlot>[2], murmur: number) {
  const members = active.map((letter) => ({
    hashString: backendHashString(
      { ...backendAddresses[letter], protocol: 'TCP', scope: 'external' },
      version,
    ),
    weight: 100,
  }));
  return buildMaglevTable(members, defaultMaglevTableSize, murmur);
}

/** A number from 0 to 1 for a connection: the same seed gives the same numbers (mulberry32). */
function draw(seed: number, index: number): number {
  let state = (seed * 0x9e3779b1 + index * 0x6d2b79f5) | 0;
  state = Math.imul(state ^ (state >>> 15), state | 1);
  state ^= state + Math.imul(state ^ (state >>> 7), state | 61);
  return ((state ^ (state >>> 14)) >>> 0) / 2 ** 32;
}

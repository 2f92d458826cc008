import { flowHash, type Flow } from '@/lib/cilium/maglev/flow-hash';
import { parseMaglevSeed, type MaglevSeed } from '@/lib/cilium/maglev/maglev-seed';
import type { MaglevParameters } from './maglev-state';
import { releaseOf, type MaglevTables } from './maglev-tables';

/** Where a flow falls into a table, and which backend it finds there, by its place. */
type FlowPlace = { hash: number; slot: number; backend: number };

/** A connection that node 1 opened, and whose later packets another node may get. */
export type FollowedFlow = {
  /** On node 1 when it was opened: there it stays, as node 1 remembers it. */
  opened: FlowPlace;
  /** On node 1, were it opened now. */
  now: FlowPlace;
  /** On node 2, which never saw it. */
  other: FlowPlace;
};

/** Follows a flow through the tables of both nodes. The seed is also in the hash of the flow. */
export function followFlow(parameters: MaglevParameters, tables: MaglevTables): FollowedFlow {
  const { client } = parameters;
  const { seed, otherSeed } = parameters;
  const placeIn = (table: Uint8Array, seedText: string) => {
    const hash = hashOf(parameters, client, parseMaglevSeed(seedText));
    const slot = hash % table.length;
    return { hash, slot, backend: table[slot] ?? 0 };
  };
  return {
    opened: placeIn(tables.before, seed),
    now: placeIn(tables.now, seed),
    other: placeIn(tables.other, otherSeed ?? seed),
  };
}

/** Flows that are asked for a share: enough that it is right to a percent or so. */
const sampledFlows = 4096;

/**
 * Gives the percent of connections, opened on node 1 before, that node 2 sends to another backend now. Under one seed a
 * flow finds the same slot on both nodes, so every slot counts alike; under two, flows of many clients are asked.
 */
export function rehashedPercent(parameters: MaglevParameters, tables: MaglevTables): number {
  const { seed, otherSeed, size } = parameters;
  let moved = 0;
  if (otherSeed === null || otherSeed === seed) {
    for (let slot = 0; slot < size; slot += 1) if (tables.before[slot] !== tables.other[slot]) moved += 1;
    return (moved / size) * 100;
  }
  const [seedOne, seedTwo] = [parseMaglevSeed(seed), parseMaglevSeed(otherSeed)];
  const isIPv6 = parameters.client.ip.includes(':');
  for (let flow = 0; flow < sampledFlows; flow += 1) {
    // Clients of a documentation range, each from a port of its own.
    const ip = isIPv6 ? `2001:db8::${(flow % 256).toString(16)}` : `198.51.100.${flow % 256}`;
    const client = { ip, port: 32_768 + ((flow * 131) % 28_232) };
    const slotOne = hashOf(parameters, client, seedOne) % size;
    const slotTwo = hashOf(parameters, client, seedTwo) % size;
    if (tables.before[slotOne] !== tables.other[slotTwo]) moved += 1;
  }
  return (moved / sampledFlows) * 100;
}

/** Gives the percent that is to be expected where node 2 draws a backend at random. */
export function randomRehashedPercent({ before, now }: Pick<MaglevParameters, 'before' | 'now'>): number {
  const staying = before.filter(({ index }) => now.some((other) => other.index === index)).length;
  return (1 - staying / (before.length * now.length)) * 100;
}

function hashOf(
  { servicePort, service, affinity, minor }: MaglevParameters,
  client: { ip: string; port: number },
  seed: MaglevSeed,
): number {
  const flow: Flow = {
    clientIP: client.ip,
    clientPort: client.port,
    servicePort,
    protocol: service?.protocol ?? 'TCP',
    affinity,
  };
  return flowHash(flow, seed, releaseOf(minor));
}

import { describe, expect, test } from 'vitest';
import { hex, isHere, read, release } from './cilium-figures.fixture';
import type { Flow } from './flow-hash';
import { flowHash, flowSlot } from './flow-hash';
import { parseMaglevSeed } from './maglev-seed';
import { murmur3Hash128 } from './murmur3';

describe.skipIf(!isHere)('the figures of Cilium’s own code', () => {
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

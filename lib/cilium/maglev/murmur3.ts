const mask64 = (1n << 64n) - 1n;
const c1 = 0x87c37b91114253d5n;
const c2 = 0x4cf5ad432745937fn;

/** The two halves of a 128-bit hash, each an unsigned 64-bit number. */
export type Hash128 = { h1: bigint; h2: bigint };

function rotateLeft(value: bigint, by: bigint): bigint {
  return ((value << by) | (value >> (64n - by))) & mask64;
}

function mix1(k: bigint): bigint {
  return (rotateLeft((k * c1) & mask64, 31n) * c2) & mask64;
}

function mix2(k: bigint): bigint {
  return (rotateLeft((k * c2) & mask64, 33n) * c1) & mask64;
}

function finalMix(value: bigint): bigint {
  let k = value;
  k = ((k ^ (k >> 33n)) * 0xff51afd7ed558ccdn) & mask64;
  k = ((k ^ (k >> 33n)) * 0xc4ceb9fe1a85ec53n) & mask64;
  return k ^ (k >> 33n);
}

/** Reads up to eight bytes as a little-endian number; bytes beyond the end count as zero. */
function word(bytes: Uint8Array, from: number): bigint {
  let value = 0n;
  for (let index = Math.min(7, bytes.length - from - 1); index >= 0; index -= 1)
    value = (value << 8n) | BigInt(bytes[from + index] ?? 0);
  return value;
}

/**
 * Gives murmur3 x64 128 of `bytes`, as Cilium's pkg/murmur3 computes it (v1.9 to 1.21-dev): both halves start from the
 * same 32-bit seed.
 */
export function murmur3Hash128(bytes: Uint8Array, seed: number): Hash128 {
  let h1 = BigInt(seed >>> 0);
  let h2 = h1;
  const wholeBlocks = bytes.length >>> 4;
  for (let block = 0; block < wholeBlocks; block += 1) {
    h1 ^= mix1(word(bytes.subarray(0, block * 16 + 8), block * 16));
    h1 = (((rotateLeft(h1, 27n) + h2) & mask64) * 5n + 0x52dce729n) & mask64;
    h2 ^= mix2(word(bytes.subarray(0, block * 16 + 16), block * 16 + 8));
    h2 = (((rotateLeft(h2, 31n) + h1) & mask64) * 5n + 0x38495ab5n) & mask64;
  }
  const tail = wholeBlocks * 16;
  h2 ^= mix2(word(bytes, tail + 8));
  h1 ^= mix1(word(bytes.subarray(0, tail + 8), tail));
  h1 ^= BigInt(bytes.length);
  h2 ^= BigInt(bytes.length);
  h1 = (h1 + h2) & mask64;
  h2 = (h2 + h1) & mask64;
  h1 = finalMix(h1);
  h2 = finalMix(h2);
  h1 = (h1 + h2) & mask64;
  return { h1, h2: (h2 + h1) & mask64 };
}

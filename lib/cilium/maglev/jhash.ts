/** Bob Jenkins' hash as in the Linux kernel and bpf/lib/jhash.h: 32-bit words that wrap. */

const initial = 0xdeadbeef;

type Words = [a: number, b: number, c: number];

function rotateLeft(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

function mix([x, y, z]: Words): Words {
  let [a, b, c] = [x, y, z];
  a = (a - c) ^ rotateLeft(c, 4);
  c = (c + b) | 0;
  b = (b - a) ^ rotateLeft(a, 6);
  a = (a + c) | 0;
  c = (c - b) ^ rotateLeft(b, 8);
  b = (b + a) | 0;
  a = (a - c) ^ rotateLeft(c, 16);
  c = (c + b) | 0;
  b = (b - a) ^ rotateLeft(a, 19);
  a = (a + c) | 0;
  c = (c - b) ^ rotateLeft(b, 4);
  b = (b + a) | 0;
  return [a, b, c];
}

function final([x, y, z]: Words): number {
  let [a, b, c] = [x, y, z];
  c = ((c ^ b) - rotateLeft(b, 14)) | 0;
  a = ((a ^ c) - rotateLeft(c, 11)) | 0;
  b = ((b ^ a) - rotateLeft(a, 25)) | 0;
  c = ((c ^ b) - rotateLeft(b, 16)) | 0;
  a = ((a ^ c) - rotateLeft(c, 4)) | 0;
  b = ((b ^ a) - rotateLeft(a, 14)) | 0;
  c = ((c ^ b) - rotateLeft(b, 24)) | 0;
  return c >>> 0;
}

/** Gives the hash of three words, unsigned. */
export function jhash3Words(a: number, b: number, c: number, seed: number): number {
  const start = (seed + initial + 12) | 0;
  return final([(a + start) | 0, (b + start) | 0, (c + start) | 0]);
}

/** Gives the hash of an IPv6 address as four words with ports and protocol: `hash_from_tuple_v6` of bpf/lib/hash.h. */
export function jhashIPv6(
  [p1, p2, p3, p4]: readonly [number, number, number, number],
  ports: number,
  protocol: number,
  seed: number,
): number {
  const [a, b, c] = mix([p1, p2, p3]);
  const [d, e, f] = mix([(a + p4) | 0, (b + ports) | 0, (c + protocol) | 0]);
  return final([(d + seed) | 0, e, f]);
}

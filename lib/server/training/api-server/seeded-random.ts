/** FNV-1a, 32 bits: a stable number for a text. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash ^= text.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The letters of generated names: no vowels, nothing that looks like something else. */
const nameAlphabet = 'bcdfghjklmnpqrstvwxz2456789';

/** A generated suffix such as `x7k2p`. */
export function nameSuffix(random: () => number, length = 5): string {
  return Array.from({ length }, () => nameAlphabet[Math.floor(random() * nameAlphabet.length)]).join('');
}

/** A number in the alphabet of generated names, as in `pod-template-hash`. */
export function safeEncode(value: number): string {
  return Array.from(String(value), (digit) => nameAlphabet[digit.charCodeAt(0) % nameAlphabet.length]).join(
    '',
  );
}

/** A version 4 UUID. */
export function randomUid(random: () => number): string {
  const hex = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16));
  hex[12] = '4';
  hex[16] = '89ab'[Math.floor(random() * 4)] ?? '8';
  const text = hex.join('');
  return `${text.slice(0, 8)}-${text.slice(8, 12)}-${text.slice(12, 16)}-${text.slice(16, 20)}-${text.slice(20)}`;
}

/** The fractional parts of roots of the first primes, as SHA-256 is defined by them (FIPS 180-4). */
function rootParts(count: number, root: (prime: number) => number): number[] {
  const primes: number[] = [];
  for (let number = 2; primes.length < count; number += 1)
    if (primes.every((prime) => number % prime !== 0)) primes.push(number);
  return primes.map((prime) => ((root(prime) % 1) * 2 ** 32) | 0);
}

const constants = rootParts(64, Math.cbrt);
const initial = rootParts(8, Math.sqrt);

const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/** The message with its end mark and its length, in words of 32 bits, a multiple of 16 of them. */
function padded(bytes: Uint8Array): number[] {
  const words = new Array<number>((((bytes.length + 8) >> 6) + 1) * 16).fill(0);
  [...bytes, 0x80].forEach((byte, index) => {
    words[index >> 2] = (words[index >> 2] ?? 0) | (byte << (24 - (index % 4) * 8));
  });
  words[words.length - 1] = bytes.length * 8;
  return words;
}

/** Gives the SHA-256 of a short text, byte by byte; the browser's own answers later only, and not at once. */
export function sha256(text: string): number[] {
  const words = padded(new TextEncoder().encode(text));
  let state = initial;
  for (let start = 0; start < words.length; start += 16)
    state = nextState(state, words.slice(start, start + 16));
  return state.flatMap((word) => [24, 16, 8, 0].map((shift) => (word >>> shift) & 0xff));
}

function nextState(state: readonly number[], block: readonly number[]): number[] {
  const schedule = [...block];
  const at = (index: number): number => schedule[index] ?? 0;
  for (let index = 16; index < 64; index += 1) {
    const [far, near] = [at(index - 15), at(index - 2)];
    const small = turned(far, 7) ^ turned(far, 18) ^ (far >>> 3);
    const large = turned(near, 17) ^ turned(near, 19) ^ (near >>> 10);
    schedule.push((at(index - 16) + small + at(index - 7) + large) | 0);
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  constants.forEach((constant, index) => {
    const choice = (e & f) ^ (~e & g);
    const first = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + choice + constant + at(index)) | 0;
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const second = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + majority) | 0;
    [a, b, c, d, e, f, g, h] = [(first + second) | 0, a, b, c, (d + first) | 0, e, f, g];
  });
  return [a, b, c, d, e, f, g, h].map((word, index) => (word + (state[index] ?? 0)) | 0);
}

/**
 * Gives a short text that is equal for equal answers; only ever compared with answers of the same agent.
 * Every agent is asked every few seconds and mostly says the same, at up to twelve megabytes. A hash over machine
 * words in four lanes takes less than half the time of SHA-1 (bench/parse): each step can be undone, so a change
 * in one word always shows; changes in several cancel each other once in 2³² per lane.
 * It is no proof against somebody who wants two answers to look equal; an agent may as well lie outright.
 */
export function answerHash(bytes: Uint8Array): string {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const count = (aligned.byteLength >> 4) << 2;
  const words = new Int32Array(aligned.buffer, aligned.byteOffset, count);
  let a = 1;
  let b = 2;
  let c = 3;
  let d = 4;
  for (let at = 0; at < count; at += 4) {
    a = Math.imul(((a << 13) | (a >>> 19)) ^ (words[at] ?? 0), 0x9e3779b1);
    b = Math.imul(((b << 13) | (b >>> 19)) ^ (words[at + 1] ?? 0), 0x85ebca6b);
    c = Math.imul(((c << 13) | (c >>> 19)) ^ (words[at + 2] ?? 0), 0xc2b2ae35);
    d = Math.imul(((d << 13) | (d >>> 19)) ^ (words[at + 3] ?? 0), 0x27d4eb2f);
  }
  for (let at = count * 4; at < bytes.length; at += 1) a = Math.imul(a ^ (bytes[at] ?? 0), 0x01000193);
  return [bytes.length, a, b, c, d].map((part) => (part >>> 0).toString(36)).join('.');
}

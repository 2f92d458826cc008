import { crc32 } from 'node:zlib';

/**
 * Gives a short text that is equal for equal answers; only ever compared with answers of the same agent.
 * Every agent is asked every few seconds and mostly says the same, at up to twelve megabytes: a checksum is a
 * third of the price of SHA-1 (bench/parse.bench.ts). Any change within 32 bits shows; of others one in four
 * billion is missed until the next one. It is no proof against an agent that wants two answers to look equal:
 * it may as well lie outright.
 */
export function answerHash(bytes: Uint8Array): string {
  return `${bytes.length}.${crc32(bytes).toString(36)}`;
}

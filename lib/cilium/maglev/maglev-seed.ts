/** `bpf-lb-maglev-hash-seed` where nobody set one. */
export const defaultMaglevSeed = 'JLfvgnHc2kaSUFaI';

/** The three numbers that a seed stands for: one hashes backends, two hash flows. */
export type MaglevSeed = { murmur: number; jhashIPv4: number; jhashIPv6: number };

/** A seed with which the agent would not start. */
export class MaglevSeedError extends Error {
  constructor(
    readonly seed: string,
    why: string,
  ) {
    super(
      `${why}: ${JSON.stringify(seed)}. A seed is 12 bytes in base64, as \`head -c12 /dev/urandom | base64\` prints.`,
    );
    this.name = 'MaglevSeedError';
  }
}

/**
 * Reads a seed: 12 bytes in base64, three big-endian words (pkg/maglev `Init`, v1.9 to 1.21-dev).
 * @throws MaglevSeedError where it is not base64 or not 12 bytes.
 */
export function parseMaglevSeed(seed: string): MaglevSeed {
  // Go's decoder takes no blanks and wants whole groups of four; `atob` alone is laxer.
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(seed))
    throw new MaglevSeedError(seed, 'The Maglev seed is not base64');
  const bytes = Uint8Array.from(atob(seed), (char) => char.charCodeAt(0));
  if (bytes.length !== 12) throw new MaglevSeedError(seed, `The Maglev seed has ${bytes.length} bytes`);
  const words = new DataView(bytes.buffer);
  return { murmur: words.getUint32(0), jhashIPv4: words.getUint32(4), jhashIPv6: words.getUint32(8) };
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Figures computed by Cilium's own code, beside the repository; absent outside of our workshop. */
const vectors = join(process.cwd(), '..', 'shared', 'vectors');
/** Whether they are there. */
export const isHere = existsSync(join(vectors, 'maglev.json'));
if (!isHere) process.stderr.write(`skipped: no figures of Cilium's own code in ${vectors}\n`);

/** A file of them, or what stands in for it. */
export function read<T>(file: string, absent: T): T {
  return isHere ? (JSON.parse(readFileSync(join(vectors, file), 'utf8')) as T) : absent;
}

/** A release of v1. */
export const release = (minor: number) => ({ major: 1, minor, patch: 0 });

/** A word of 64 bits as the figures have it. */
export const hex = (word: bigint) => word.toString(16).padStart(16, '0');

import { createHash } from 'node:crypto';

/** Gives a short text that is equal for equal answers; only ever compared with answers of the same agent. */
export function answerHash(bytes: Uint8Array): string {
  return createHash('sha1').update(bytes).digest('base64');
}

import { isBlank, LEFT_PARENTHESIS, RIGHT_PARENTHESIS, startsWithBytes, textBytes } from './ascii';
import type { BackendState } from './backend';
import { toBackendState } from './backend-state';

const activeMark = textBytes('(active)');
const preferredMark = textBytes('(preferred)');
const maxStateLength = 32;

/**
 * Reads what follows a backend's address: nothing (v1.11 and older), `(STATE)`, `(STATE) (preferred)`.
 * `()` is printed for a state the agent did not set. The last suffix read stands in the fields.
 */
export class BackendSuffixReader {
  state: BackendState | null = null;
  preferred = false;
  /** A state that no known version prints; empty otherwise. */
  unknown = '';

  /** Reads from `start`; gives the index of the first thing that is no such suffix, or `limit`. */
  read(bytes: Uint8Array, start: number, limit: number): number {
    this.state = null;
    this.preferred = false;
    this.unknown = '';
    let at = skipBlanks(bytes, start, limit);
    let hasState = false;
    while (at < limit && bytes[at] === LEFT_PARENTHESIS) {
      let next: number;
      if (!hasState && startsWithBytes(bytes, activeMark, at, limit)) {
        this.state = 'active';
        hasState = true;
        next = at + activeMark.length;
      } else if (startsWithBytes(bytes, preferredMark, at, limit)) {
        this.preferred = true;
        next = at + preferredMark.length;
      } else {
        next = hasState ? -1 : this.#readState(bytes, at, limit);
        if (next < 0) return at;
        hasState = true;
      }
      at = skipBlanks(bytes, next, limit);
    }
    return at;
  }

  #readState(bytes: Uint8Array, open: number, limit: number): number {
    const last = Math.min(limit, open + maxStateLength);
    let close = open + 1;
    while (close < last && bytes[close] !== RIGHT_PARENTHESIS) close += 1;
    if (close >= last) return -1;
    const name = String.fromCharCode(...bytes.subarray(open + 1, close));
    this.state = toBackendState(name);
    if (this.state === null) this.unknown = name;
    return close + 1;
  }
}

function skipBlanks(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && isBlank(bytes[at] ?? 0)) at += 1;
  return at;
}

import { LEFT_PARENTHESIS, LF, RIGHT_PARENTHESIS, startsWithBytes, textBytes } from './ascii';
import type { BackendState } from './backend';
import { toBackendState } from './backend-state';
import { ByteDictionary } from './byte-dictionary';
import type { ByteLines } from './byte-lines';

const activeMark = textBytes('(active)');
const preferredMark = textBytes('(preferred)');
const states = new ByteDictionary<BackendState | null>(1000);
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

  /** Reads from `start`; gives the index of the first thing that is no such suffix, at best the newline. */
  read(lines: ByteLines, start: number): number {
    const { bytes } = lines;
    this.state = null;
    this.preferred = false;
    this.unknown = '';
    let at = lines.skipBlanks(start);
    let hasState = false;
    while (bytes[at] === LEFT_PARENTHESIS) {
      let next: number;
      if (!hasState && startsWithBytes(bytes, activeMark, at)) {
        this.state = 'active';
        hasState = true;
        next = at + activeMark.length;
      } else if (startsWithBytes(bytes, preferredMark, at)) {
        this.preferred = true;
        next = at + preferredMark.length;
      } else {
        next = hasState ? -1 : this.#readState(bytes, at);
        if (next < 0) return at;
        hasState = true;
      }
      at = lines.skipBlanks(next);
    }
    return at;
  }

  #readState(bytes: Uint8Array, open: number): number {
    let close = open + 1;
    while (close - open < maxStateLength && bytes[close] !== RIGHT_PARENTHESIS && bytes[close] !== LF)
      close += 1;
    if (bytes[close] !== RIGHT_PARENTHESIS) return -1;
    this.state = states.get(bytes, open + 1, close, toBackendState);
    if (this.state === null) this.unknown = new TextDecoder().decode(bytes.subarray(open + 1, close));
    return close + 1;
  }
}

import { CR, isDigit, LF, SPACE, TAB, ZERO } from './ascii';

/** Eight spaces, read as one number. */
const eightSpaces = new Float64Array(Uint8Array.of(32, 32, 32, 32, 32, 32, 32, 32).buffer)[0];

/** The longest number in a table is a service ID, up to 65535; longer digits are something else. */
const maxDigits = 7;

/**
 * The bytes of an output whose last line always ends, so that nothing that reads them must watch for the end:
 * every reader stops at a newline. Tables are half blanks, hence these are skipped eight at a time.
 */
export class ByteLines {
  readonly bytes: Uint8Array;
  /** Where the last line starts if the output had no newline at its end; else -1. */
  readonly unendedLine: number;
  /** The number that `readNumber` read last. */
  number = 0;
  readonly #words: Float64Array;

  constructor(output: Uint8Array) {
    const isEnded = output.length === 0 || output[output.length - 1] === LF;
    this.bytes = isEnded ? output : withNewline(output);
    this.unendedLine = isEnded ? -1 : output.lastIndexOf(LF) + 1;
    const { buffer, byteOffset, byteLength } = this.bytes;
    const isAligned = byteOffset % 8 === 0;
    this.#words = isAligned ? new Float64Array(buffer, byteOffset, byteLength >> 3) : new Float64Array(0);
  }

  /** Gives the index of the first byte from `start` on that is no blank. */
  skipBlanks(start: number): number {
    const { bytes } = this;
    const words = this.#words;
    let at = start;
    for (;;) {
      const byte = bytes[at];
      if (byte === SPACE) {
        at += 1;
        if ((at & 7) === 0) {
          let word = at >> 3;
          while (words[word] === eightSpaces) word += 1;
          at = word << 3;
        }
      } else if (byte === TAB || byte === CR) at += 1;
      else return at;
    }
  }

  /** Reads digits into `number`; gives the index after them, or -1 where there are none or too many. */
  readNumber(start: number): number {
    const { bytes } = this;
    let at = start;
    let number = 0;
    let byte = bytes[at] ?? 0;
    while (isDigit(byte)) {
      number = number * 10 + byte - ZERO;
      at += 1;
      if (at - start > maxDigits) return -1;
      byte = bytes[at] ?? 0;
    }
    this.number = number;
    return at === start ? -1 : at;
  }

  /** Gives the index of the newline that ends the line `at` stands in. */
  lineEnd(at: number): number {
    const end = this.bytes.indexOf(LF, at);
    return end < 0 ? this.bytes.length : end;
  }

  /** Gives the text between two indexes, bounded. */
  text(start: number, end: number): string {
    return new TextDecoder().decode(this.bytes.subarray(start, Math.min(end, start + 2000)));
  }
}

function withNewline(output: Uint8Array): Uint8Array {
  const ended = new Uint8Array(output.length + 1);
  ended.set(output);
  ended[output.length] = LF;
  return ended;
}

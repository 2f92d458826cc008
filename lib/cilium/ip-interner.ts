import { DOT, isDigit, ZERO } from './ascii';

/** More distinct addresses than this are not remembered: an answer may not grow memory without bound. */
const maxRemembered = 200_000;

/**
 * Turns the bytes of an address into a string, once per distinct address.
 * A table names each pod many times; sharing the string saves most of the memory and of the time.
 */
export class IpInterner {
  readonly #byNumber = new Map<number, string>();
  /** Where the last address read ends. */
  end = 0;

  /**
   * Reads a dotted IPv4 address at `start`.
   * @returns its text, or null where there is none; `end` then has no meaning.
   */
  readIPv4(bytes: Uint8Array, start: number, limit: number): string | null {
    let at = start;
    let number = 0;
    for (let octets = 0; octets < 4; octets += 1) {
      const first = at;
      let octet = 0;
      while (at < limit && isDigit(bytes[at] ?? 0)) {
        octet = octet * 10 + (bytes[at] ?? 0) - ZERO;
        at += 1;
        if (at - first > 3) return null;
      }
      if (at === first || octet > 255) return null;
      number = number * 256 + octet;
      if (octets < 3) {
        if (bytes[at] !== DOT) return null;
        at += 1;
      }
    }
    this.end = at;
    const known = this.#byNumber.get(number);
    if (known !== undefined) return known;
    const text = `${(number / 0x1000000) | 0}.${(number >>> 16) & 255}.${(number >>> 8) & 255}.${number & 255}`;
    if (this.#byNumber.size < maxRemembered) this.#byNumber.set(number, text);
    return text;
  }
}

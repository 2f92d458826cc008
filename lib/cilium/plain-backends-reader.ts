import {
  COLON,
  DOT,
  EQUALS,
  GREATER_THAN,
  LF,
  SLASH,
  SPACE,
  startsWithBytes,
  textBytes,
  ZERO,
} from './ascii';
import type { Backend } from './backend';
import type { ByteLines } from './byte-lines';
import { ipv4Texts } from './ip-interner';
import type { L4Protocol } from './l3n4-addr';

const activeSuffix = textBytes(' (active)');
const tcpSuffix = textBytes('/TCP');
const udpSuffix = textBytes('/UDP');

/**
 * Reads the lines that make up nearly all of a large table: active backends with IPv4 addresses,
 * `2 => 10.244.1.5:8080/TCP (active)`, one below the other. It stops at the first line of any other shape, which
 * is then read by the general readers; what it reads, it reads as they would. All in one loop: at a hundred
 * thousand lines a call or a string more per line is what costs.
 */
export class PlainBackendsReader {
  /** Where the first line starts that was not read. */
  nextStart = 0;
  /** The number of that line. */
  nextLine = 0;
  readonly #lines: ByteLines;

  constructor(lines: ByteLines) {
    this.#lines = lines;
  }

  /**
   * Reads backends, from an address on, into `backends`.
   * @param from the index of the first address, in the line that starts at `lineStart`.
   */
  read(backends: Backend[], from: number, lineStart: number, lineNumber: number): void {
    const lines = this.#lines;
    const { bytes } = lines;
    let at = from;
    let start = lineStart;
    let line = lineNumber;
    for (;;) {
      let ip = 0;
      let octetCount = 0;
      let digit = (bytes[at] ?? 0) - ZERO;
      while (digit >= 0 && digit <= 9) {
        let octet = digit;
        at += 1;
        digit = (bytes[at] ?? 0) - ZERO;
        while (digit >= 0 && digit <= 9 && octet <= 255) {
          octet = octet * 10 + digit;
          at += 1;
          digit = (bytes[at] ?? 0) - ZERO;
        }
        if (octet > 255) break;
        ip = (ip << 8) | octet;
        octetCount += 1;
        if (octetCount === 4 || bytes[at] !== DOT) break;
        at += 1;
        digit = (bytes[at] ?? 0) - ZERO;
      }
      if (octetCount !== 4 || bytes[at] !== COLON) break;

      const portStart = at + 1;
      let port = 0;
      at = portStart;
      digit = (bytes[at] ?? 0) - ZERO;
      while (digit >= 0 && digit <= 9 && port <= 65535) {
        port = port * 10 + digit;
        at += 1;
        digit = (bytes[at] ?? 0) - ZERO;
      }
      if (at === portStart || port > 65535) break;

      let protocol: L4Protocol | null = null;
      if (bytes[at] === SLASH) {
        if (startsWithBytes(bytes, tcpSuffix, at)) protocol = 'TCP';
        else if (startsWithBytes(bytes, udpSuffix, at)) protocol = 'UDP';
        else break;
        at += tcpSuffix.length;
      }
      if (!startsWithBytes(bytes, activeSuffix, at)) break;
      at = lines.skipBlanks(at + activeSuffix.length);
      if (bytes[at] !== LF) break;
      backends.push({
        ip: ipv4Texts.text(ip),
        port,
        protocol,
        scope: 'external',
        state: 'active',
        preferred: null,
        line,
      });

      start = at + 1;
      line += 1;
      if (bytes[start] !== SPACE) break;
      at = lines.skipBlanks(start);
      digit = (bytes[at] ?? 0) - ZERO;
      const numberStart = at;
      while (digit >= 0 && digit <= 9) {
        at += 1;
        digit = (bytes[at] ?? 0) - ZERO;
      }
      if (at === numberStart || bytes[at] !== SPACE) break;
      if (bytes[at + 1] !== EQUALS || bytes[at + 2] !== GREATER_THAN || bytes[at + 3] !== SPACE) break;
      at += 4;
    }
    this.nextStart = start;
    this.nextLine = line;
  }
}

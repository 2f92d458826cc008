import {
  AT,
  COLON,
  DOT,
  isCellEnd,
  isDigit,
  isLetter,
  LEFT_BRACKET,
  LF,
  RIGHT_BRACKET,
  SLASH,
  ZERO,
} from './ascii';
import { ByteDictionary } from './byte-dictionary';
import { isIPv6 } from './ip-address';
import { ipv4Texts } from './ip-interner';
import type { L4Protocol, Scope } from './l3n4-addr';
import { toL4Protocol } from './l4-protocol';

const C = 67;
const D = 68;
const P = 80;
const T = 84;
const U = 85;
const LOWER_I = 105;

/** The longest IPv6 address with a zone or a cluster ID. */
const maxHostLength = 64;

/** Empty for what is none. */
const ipv6s = new ByteDictionary<string>(100_000);
const clusterIPs = new ByteDictionary<string>(10_000);
const protocols = new ByteDictionary<L4Protocol | null>(1000);

/**
 * Reads addresses as `cilium service list` prints them, out of the bytes of a line that ends with a newline:
 * `10.0.0.1:80`, `[fd00::1]:53/UDP`, `10.0.0.1@2:80/TCP/i` (v1.10 to main).
 * The last address read stands in the fields, so that reading allocates nothing.
 */
export class L3n4AddrReader {
  ip = '';
  port = 0;
  protocol: L4Protocol | null = null;
  scope: Scope = 'external';
  /** The first byte after the address. */
  end = 0;

  /** Reads the address at `start`; false where none stands there by itself. */
  read(bytes: Uint8Array, start: number): boolean {
    let at =
      bytes[start] === LEFT_BRACKET ? this.#readBracketed(bytes, start + 1) : this.#readIPv4(bytes, start);
    if (at < 0 || bytes[at] !== COLON) return false;
    at += 1;
    let digit = (bytes[at] ?? 0) - ZERO;
    if (digit < 0 || digit > 9) return false;
    let port = 0;
    while (digit >= 0 && digit <= 9) {
      port = port * 10 + digit;
      if (port > 65535) return false;
      at += 1;
      digit = (bytes[at] ?? 0) - ZERO;
    }
    this.port = port;
    this.protocol = null;
    this.scope = 'external';
    if (bytes[at] === SLASH) at = this.#readSuffix(bytes, at + 1);
    this.end = at;
    return at >= 0 && isCellEnd(bytes[at] ?? LF);
  }

  #readIPv4(bytes: Uint8Array, start: number): number {
    let at = start;
    let number = 0;
    let byte = bytes[at] ?? 0;
    for (let count = 1; ; count += 1) {
      let octet = byte - ZERO;
      if (octet < 0 || octet > 9) return -1;
      at += 1;
      byte = bytes[at] ?? 0;
      if (isDigit(byte)) {
        octet = octet * 10 + byte - ZERO;
        at += 1;
        byte = bytes[at] ?? 0;
        if (isDigit(byte)) {
          octet = octet * 10 + byte - ZERO;
          if (octet > 255) return -1;
          at += 1;
          byte = bytes[at] ?? 0;
        }
      }
      number = (number << 8) | octet;
      if (count === 4) break;
      if (byte !== DOT) return -1;
      at += 1;
      byte = bytes[at] ?? 0;
    }
    if (byte === AT) return this.#readClusterID(bytes, start, at + 1);
    this.ip = ipv4Texts.text(number);
    return at;
  }

  #readClusterID(bytes: Uint8Array, start: number, digits: number): number {
    let at = digits;
    while (at - start < maxHostLength && isDigit(bytes[at] ?? 0)) at += 1;
    if (at === digits) return -1;
    this.ip = clusterIPs.get(bytes, start, at, String);
    return at;
  }

  #readBracketed(bytes: Uint8Array, start: number): number {
    let at = start;
    while (at - start < maxHostLength && bytes[at] !== RIGHT_BRACKET && bytes[at] !== LF) at += 1;
    if (bytes[at] !== RIGHT_BRACKET) return -1;
    this.ip = ipv6s.get(bytes, start, at, validIPv6);
    return this.ip === '' ? -1 : at + 1;
  }

  /** Reads, after a slash, `PROTO`, `i`, `PROTO/i`, or nothing: a backend without protocol is printed so. */
  #readSuffix(bytes: Uint8Array, start: number): number {
    let at = start;
    if (!isInternal(bytes, at)) {
      at = this.#readProtocol(bytes, at);
      if (at < 0 || bytes[at] !== SLASH) return at;
      at += 1;
      if (!isInternal(bytes, at)) return -1;
    }
    this.scope = 'internal';
    return at + 1;
  }

  #readProtocol(bytes: Uint8Array, start: number): number {
    const first = bytes[start];
    const second = bytes[start + 1];
    if (bytes[start + 2] === P && !isLetter(bytes[start + 3] ?? 0)) {
      if (first === T && second === C) {
        this.protocol = 'TCP';
        return start + 3;
      }
      if (first === U && second === D) {
        this.protocol = 'UDP';
        return start + 3;
      }
    }
    let at = start;
    while (at - start < 8 && isLetter(bytes[at] ?? 0)) at += 1;
    if (at === start) return at;
    this.protocol = protocols.get(bytes, start, at, toL4Protocol);
    return this.protocol === null ? -1 : at;
  }
}

function validIPv6(text: string): string {
  return isIPv6(text) ? text : '';
}

/** True at the `i` that marks the internal scope, where nothing follows it. */
function isInternal(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === LOWER_I && isCellEnd(bytes[at + 1] ?? LF);
}

import {
  AT,
  COLON,
  CR,
  isBlank,
  isDigit,
  isLetter,
  LEFT_BRACKET,
  RIGHT_BRACKET,
  SLASH,
  SPACE,
  TAB,
  ZERO,
} from './ascii';
import { IpInterner } from './ip-interner';
import { isIPv6 } from './ip-address';
import type { L4Protocol, Scope } from './l3n4-addr';
import { toL4Protocol } from './l4-protocol';

const T = 84;
const C = 67;
const P = 80;
const U = 85;
const D = 68;
const LOWER_I = 105;
/** `[` plus the longest IPv6 address, a zone or a cluster ID, and `]`. */
const maxHostLength = 64;

/**
 * Reads addresses as `cilium service list` prints them, out of bytes:
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
  readonly #ips = new IpInterner();
  readonly #longIps = new Map<string, string>();

  /** Reads the address at `start`; false where there is none, up to a blank or `limit`. */
  read(bytes: Uint8Array, start: number, limit: number): boolean {
    const afterHost = this.#readHost(bytes, start, limit);
    if (afterHost < 0 || bytes[afterHost] !== COLON || afterHost >= limit) return false;
    const afterPort = this.#readPort(bytes, afterHost + 1, limit);
    return afterPort >= 0 && this.#readSuffix(bytes, afterPort, limit);
  }

  #readHost(bytes: Uint8Array, start: number, limit: number): number {
    if (bytes[start] === LEFT_BRACKET) return this.#readBracketed(bytes, start + 1, limit);
    const ip = this.#ips.readIPv4(bytes, start, limit);
    if (ip === null) return -1;
    this.ip = ip;
    const end = this.#ips.end;
    return end < limit && bytes[end] === AT ? this.#readClusterID(bytes, start, end + 1, limit) : end;
  }

  #readClusterID(bytes: Uint8Array, start: number, digits: number, limit: number): number {
    let at = digits;
    while (at < limit && isDigit(bytes[at] ?? 0)) at += 1;
    if (at === digits || at - start > maxHostLength) return -1;
    this.ip = this.#intern(bytes, start, at);
    return at;
  }

  #readBracketed(bytes: Uint8Array, start: number, limit: number): number {
    const last = Math.min(limit, start + maxHostLength);
    let at = start;
    while (at < last && bytes[at] !== RIGHT_BRACKET) at += 1;
    if (at >= last || at === start) return -1;
    const ip = this.#intern(bytes, start, at);
    if (ip === '') return -1;
    this.ip = ip;
    return at + 1;
  }

  /** Gives the shared text of an address; empty for what is neither IPv6 nor an address with a cluster ID. */
  #intern(bytes: Uint8Array, start: number, end: number): string {
    const text = String.fromCharCode(...bytes.subarray(start, end));
    const known = this.#longIps.get(text);
    if (known !== undefined) return known;
    const valid = text.includes(':') ? isIPv6(text) : true;
    const ip = valid ? text : '';
    if (this.#longIps.size < 200_000) this.#longIps.set(text, ip);
    return ip;
  }

  #readPort(bytes: Uint8Array, start: number, limit: number): number {
    let at = start;
    let port = 0;
    while (at < limit && isDigit(bytes[at] ?? 0)) {
      port = port * 10 + (bytes[at] ?? 0) - ZERO;
      at += 1;
      if (at - start > 5) return -1;
    }
    if (at === start || port > 65535) return -1;
    this.port = port;
    return at;
  }

  /** Reads `/PROTO`, `/i`, `/PROTO/i`, the bare `/` of a backend without protocol, or nothing. */
  #readSuffix(bytes: Uint8Array, start: number, limit: number): boolean {
    this.protocol = null;
    this.scope = 'external';
    let at = start;
    if (at < limit && bytes[at] === SLASH) {
      at += 1;
      if (!isInternal(bytes, at, limit)) {
        const end = this.#readProtocol(bytes, at, limit);
        if (end < 0) return false;
        at = end;
        if (at < limit && bytes[at] === SLASH) at += 1;
        else return this.#finish(bytes, at, limit);
      }
      if (!isInternal(bytes, at, limit)) return false;
      this.scope = 'internal';
      at += 1;
    }
    return this.#finish(bytes, at, limit);
  }

  #finish(bytes: Uint8Array, at: number, limit: number): boolean {
    this.end = at;
    return at >= limit || isBlank(bytes[at] ?? SPACE);
  }

  #readProtocol(bytes: Uint8Array, start: number, limit: number): number {
    const second = start + 1 < limit ? bytes[start + 1] : 0;
    const third = start + 2 < limit ? bytes[start + 2] : 0;
    const afterThree = start + 3 < limit ? bytes[start + 3] : SPACE;
    if (
      third === P &&
      (afterThree === SPACE || afterThree === SLASH || afterThree === TAB || afterThree === CR)
    ) {
      if (bytes[start] === T && second === C) {
        this.protocol = 'TCP';
        return start + 3;
      }
      if (bytes[start] === U && second === D) {
        this.protocol = 'UDP';
        return start + 3;
      }
    }
    let at = start;
    while (at < limit && at - start < 8 && isLetter(bytes[at] ?? 0)) at += 1;
    if (at === start) return at;
    this.protocol = toL4Protocol(String.fromCharCode(...bytes.subarray(start, at)));
    return this.protocol === null ? -1 : at;
  }
}

/** True at the `i` that marks the internal scope, where nothing follows it. */
function isInternal(bytes: Uint8Array, at: number, limit: number): boolean {
  return at < limit && bytes[at] === LOWER_I && (at + 1 >= limit || isBlank(bytes[at + 1] ?? SPACE));
}

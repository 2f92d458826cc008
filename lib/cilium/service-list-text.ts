import { EQUALS, GREATER_THAN, isBlank, isDigit, LF, ZERO } from './ascii';
import type { Backend } from './backend';
import type { Frontend } from './frontend';
import { L3n4AddrReader } from './l3n4-addr-reader';
import { isNotice } from './notices';
import type { ServiceList } from './service-list';
import { isServiceListHeader } from './service-list-header';
import { BackendSuffixReader } from './backend-suffix-reader';
import { ServiceTypeReader } from './service-type-reader';
import { isTableCutOff } from './table-tail';
import { cutOffReason, reasonFor, UnparsedLines } from './unparsed-lines';

/** The longest service ID is 65535; longer digits are something else. */
const maxDigits = 7;

/**
 * Reads the table of `cilium service list` (v1.5 to main, with or without `--clustermesh-affinity`).
 * One pass over the bytes; no line is looked at twice unless it is not understood.
 */
export class ServiceListTextParser {
  readonly #bytes: Uint8Array;
  readonly #address = new L3n4AddrReader();
  readonly #type = new ServiceTypeReader();
  readonly #suffix = new BackendSuffixReader();
  readonly #unparsed = new UnparsedLines();
  readonly #frontends: Frontend[] = [];
  #current: Frontend | null = null;
  #number = 0;
  #anyPreferred = false;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  parse(): ServiceList {
    const bytes = this.#bytes;
    let line = 1;
    for (let start = 0; start < bytes.length; line += 1) {
      const newline = bytes.indexOf(LF, start);
      const end = newline < 0 ? bytes.length : newline;
      if (newline < 0 && isTableCutOff(bytes, start, this.#frontends))
        this.#reject(start, end, line, cutOffReason);
      else this.#readLine(start, end, line);
      start = end + 1;
    }
    if (this.#anyPreferred) markOthersAsNotPreferred(this.#frontends);
    return { frontends: this.#frontends, unparsed: this.#unparsed.lines };
  }

  #readLine(start: number, end: number, line: number): void {
    const bytes = this.#bytes;
    let at = skipBlanks(bytes, start, end);
    if (at >= end) return;
    const afterNumber = this.#readNumber(at, end);
    if (afterNumber < 0) {
      this.#readOther(start, end, line);
      return;
    }
    const number = this.#number;
    at = skipBlanks(bytes, afterNumber, end);
    if (at + 1 < end && bytes[at] === EQUALS && bytes[at + 1] === GREATER_THAN) {
      if (this.#current === null) {
        this.#reject(start, end, line, 'a backend without the row of its frontend');
      } else {
        this.#readBackend(this.#current, at + 2, start, end, line);
      }
    } else if (at > afterNumber && this.#address.read(bytes, at, end)) {
      this.#readFrontend(number, start, end, line);
    } else {
      this.#reject(start, end, line, 'no frontend address (IP:port) after the ID');
    }
  }

  #readFrontend(id: number, start: number, end: number, line: number): void {
    const bytes = this.#bytes;
    const { ip, port, protocol, scope } = this.#address;
    const type = this.#type;
    const at = skipBlanks(bytes, type.read(bytes, skipBlanks(bytes, this.#address.end, end), end), end);
    const frontend: Frontend = {
      id,
      ip,
      port,
      protocol,
      scope,
      type: type.type,
      remote: type.remote,
      backends: [],
      line,
    };
    this.#frontends.push(frontend);
    this.#current = frontend;
    if (type.unknown !== '')
      this.#note(start, end, line, `unknown service type ${JSON.stringify(type.unknown)}`);
    if (at >= end) return;
    const afterNumber = skipBlanks(bytes, this.#readNumber(at, end), end);
    if (afterNumber > at && bytes[afterNumber] === EQUALS && bytes[afterNumber + 1] === GREATER_THAN) {
      this.#readBackend(frontend, afterNumber + 2, start, end, line);
    } else if (type.unknown === '') {
      this.#note(start, end, line, 'no backend (N => IP:port) after the service type');
    }
  }

  #readBackend(frontend: Frontend, from: number, start: number, end: number, line: number): void {
    const bytes = this.#bytes;
    const address = this.#address;
    const suffix = this.#suffix;
    if (!address.read(bytes, skipBlanks(bytes, from, end), end)) {
      this.#note(start, end, line, 'no backend address (IP:port) after =>');
      return;
    }
    const rest = suffix.read(bytes, address.end, end);
    const backend: Backend = {
      ip: address.ip,
      port: address.port,
      protocol: address.protocol,
      scope: address.scope,
      state: suffix.state,
      preferred: suffix.preferred ? true : null,
      line,
    };
    frontend.backends.push(backend);
    if (suffix.preferred) this.#anyPreferred = true;
    if (suffix.unknown !== '')
      this.#note(start, end, line, `unknown backend state ${JSON.stringify(suffix.unknown)}`);
    else if (rest < end) this.#note(start, end, line, 'text after the backend that no agent prints');
  }

  /** Reads digits into `#number`; gives the index after them, or -1 where there are none. */
  #readNumber(start: number, end: number): number {
    const bytes = this.#bytes;
    let at = start;
    let number = 0;
    while (at < end && isDigit(bytes[at] ?? 0)) {
      number = number * 10 + (bytes[at] ?? 0) - ZERO;
      at += 1;
      if (at - start > maxDigits) return -1;
    }
    this.#number = number;
    return at === start ? -1 : at;
  }

  /** A line that starts with no number: the header, a notice, or nothing an agent prints. */
  #readOther(start: number, end: number, line: number): void {
    const text = this.#text(start, end).trim();
    if (isServiceListHeader(text) || isNotice(text)) return;
    this.#reject(start, end, line, reasonFor(text));
  }

  /** Leaves the line out, and with it the backends below it: they may belong to what it was. */
  #reject(start: number, end: number, line: number, reason: string): void {
    this.#current = null;
    this.#note(start, end, line, reason);
  }

  #note(start: number, end: number, line: number, reason: string): void {
    this.#unparsed.add(line, this.#text(start, end).trimEnd(), reason);
  }

  #text(start: number, end: number): string {
    return new TextDecoder().decode(this.#bytes.subarray(start, Math.min(end, start + 2000)));
  }
}

function skipBlanks(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && isBlank(bytes[at] ?? 0)) at += 1;
  return at;
}

/** With `--clustermesh-affinity` every backend says whether it is preferred: no mark then means no. */
function markOthersAsNotPreferred(frontends: readonly Frontend[]): void {
  for (const { backends } of frontends) {
    for (const backend of backends) backend.preferred ??= false;
  }
}

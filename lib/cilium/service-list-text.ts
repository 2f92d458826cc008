import { EQUALS, GREATER_THAN, LF } from './ascii';
import type { Backend } from './backend';
import { BackendSuffixReader } from './backend-suffix-reader';
import { ByteLines } from './byte-lines';
import type { Frontend } from './frontend';
import { L3n4AddrReader } from './l3n4-addr-reader';
import { isNotice } from './notices';
import { PlainBackendsReader } from './plain-backends-reader';
import type { ServiceList } from './service-list';
import { isServiceListHeader } from './service-list-header';
import { ServiceTypeReader } from './service-type-reader';
import { isTableCutOff } from './table-tail';
import { cutOffReason, reasonFor, UnparsedLines } from './unparsed-lines';

/** Reads the table of `cilium service list` (v1.5 to main, with or without `--clustermesh-affinity`). */
export function parseServiceListText(output: Uint8Array): ServiceList {
  return new ServiceListTextParser(output).parse();
}

/** One pass over the bytes; no line is looked at twice unless it is unusual. */
class ServiceListTextParser {
  readonly #lines: ByteLines;
  readonly #plainBackends: PlainBackendsReader;
  readonly #address = new L3n4AddrReader();
  readonly #type = new ServiceTypeReader();
  readonly #suffix = new BackendSuffixReader();
  readonly #unparsed = new UnparsedLines();
  readonly #frontends: Frontend[] = [];
  #current: Frontend | null = null;
  #anyPreferred = false;
  /** Where the line starts that is read next, and its number. */
  #start = 0;
  #line = 1;

  constructor(output: Uint8Array) {
    this.#lines = new ByteLines(output);
    this.#plainBackends = new PlainBackendsReader(this.#lines);
  }

  parse(): ServiceList {
    const { bytes, unendedLine } = this.#lines;
    while (this.#start < bytes.length) {
      if (
        this.#start === unendedLine &&
        isTableCutOff(bytes, this.#start, bytes.length - 1, this.#frontends)
      ) {
        this.#reject(cutOffReason);
      } else {
        this.#readLine();
      }
    }
    if (this.#anyPreferred) markOthersAsNotPreferred(this.#frontends);
    return { frontends: this.#frontends, unparsed: this.#unparsed.lines };
  }

  #readLine(): void {
    const lines = this.#lines;
    const { bytes } = lines;
    const first = lines.skipBlanks(this.#start);
    if (bytes[first] === LF) {
      this.#goOn(first);
      return;
    }
    const afterNumber = lines.readNumber(first);
    if (afterNumber < 0) {
      this.#readOther();
      return;
    }
    const { number } = lines;
    const at = lines.skipBlanks(afterNumber);
    if (bytes[at] === EQUALS && bytes[at + 1] === GREATER_THAN) {
      if (this.#current === null) this.#reject('a backend without the row of its frontend');
      else this.#readBackends(this.#current, at + 2);
    } else if (at > afterNumber && this.#address.read(bytes, at)) {
      this.#readFrontend(number);
    } else {
      this.#reject('no frontend address (IP:port) after the ID');
    }
  }

  #readFrontend(id: number): void {
    const lines = this.#lines;
    const { bytes } = lines;
    const { ip, port, protocol, scope, end } = this.#address;
    const typeCell = this.#type;
    const at = lines.skipBlanks(typeCell.read(bytes, lines.skipBlanks(end)));
    const { type, remote, unknown } = typeCell;
    const frontend: Frontend = {
      id,
      ip,
      port,
      protocol,
      scope,
      type,
      remote,
      backends: [],
      line: this.#line,
    };
    this.#frontends.push(frontend);
    this.#current = frontend;
    if (unknown !== '') this.#note(`unknown service type ${JSON.stringify(unknown)}`);
    if (bytes[at] === LF) {
      this.#goOn(at);
      return;
    }
    const afterNumber = lines.readNumber(at);
    const arrow = afterNumber < 0 ? at : lines.skipBlanks(afterNumber);
    if (arrow > at && bytes[arrow] === EQUALS && bytes[arrow + 1] === GREATER_THAN) {
      this.#readBackends(frontend, arrow + 2);
    } else {
      this.#skip('no backend (N => IP:port) after the service type');
    }
  }

  /** Reads the backend after the arrow, and with it those on the lines below that are as plain. */
  #readBackends(frontend: Frontend, afterArrow: number): void {
    const plain = this.#plainBackends;
    const from = this.#lines.skipBlanks(afterArrow);
    plain.read(frontend.backends, from, this.#start, this.#line);
    if (plain.nextStart === this.#start) {
      this.#readBackend(frontend, from);
    } else {
      this.#start = plain.nextStart;
      this.#line = plain.nextLine;
    }
  }

  #readBackend(frontend: Frontend, from: number): void {
    const { bytes } = this.#lines;
    const address = this.#address;
    const suffix = this.#suffix;
    if (!address.read(bytes, from)) {
      this.#skip('no backend address (IP:port) after =>');
      return;
    }
    const end = suffix.read(this.#lines, address.end);
    const backend: Backend = {
      ip: address.ip,
      port: address.port,
      protocol: address.protocol,
      scope: address.scope,
      state: suffix.state,
      preferred: suffix.preferred ? true : null,
      line: this.#line,
    };
    frontend.backends.push(backend);
    if (suffix.preferred) this.#anyPreferred = true;
    if (suffix.unknown !== '') this.#note(`unknown backend state ${JSON.stringify(suffix.unknown)}`);
    if (bytes[end] === LF) this.#goOn(end);
    else this.#skip('text after the backend that no agent prints');
  }

  /** A line that starts with no number: the header, a notice, or nothing an agent prints. */
  #readOther(): void {
    const end = this.#lines.lineEnd(this.#start);
    const text = this.#lines.text(this.#start, end).trim();
    if (isServiceListHeader(text) || isNotice(text)) this.#goOn(end);
    else this.#reject(reasonFor(text));
  }

  /** Leaves the line out, and with it the backends below it: they may belong to what it was. */
  #reject(reason: string): void {
    this.#current = null;
    this.#skip(reason);
  }

  /** Notes what was not understood, and goes on with the next line. */
  #skip(reason: string): void {
    this.#note(reason);
    this.#goOn(this.#lines.lineEnd(this.#start));
  }

  #note(reason: string): void {
    const end = this.#lines.lineEnd(this.#start);
    this.#unparsed.add(this.#line, this.#lines.text(this.#start, end).trimEnd(), reason);
  }

  #goOn(lineEnd: number): void {
    this.#start = lineEnd + 1;
    this.#line += 1;
  }
}

/** With `--clustermesh-affinity` every backend says whether it is preferred: no mark then means no. */
function markOthersAsNotPreferred(frontends: readonly Frontend[]): void {
  for (const { backends } of frontends) {
    for (const backend of backends) backend.preferred ??= false;
  }
}

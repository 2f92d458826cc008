import type { Backend } from './backend';
import { toBackendState } from './backend-state';
import type { Frontend, FrontendFlags } from './frontend';
import type { JsonElement } from './json-elements';
import { countLines, findJsonElements } from './json-elements';
import type { JsonObject } from './json-value';
import { asArray, asNumber, asObject, asText } from './json-value';
import { L3n4AddrJson } from './l3n4-addr-json';
import { jsonStart } from './output-shape';
import type { ServiceList } from './service-list';
import { toServiceType } from './service-type';
import { cutOffReason, UnparsedLines } from './unparsed-lines';

/** How deep a backend stands: element `{`, status `{`, realized `{`, backend-addresses `[`, `{`. */
const realizedBackendDepth = 5;

/**
 * Reads `cilium service list -o json` (array) or `service get -o json` (one object), v1.5 to main.
 * The realised state counts, as in the table; a row without one is not understood there either.
 */
export function parseServiceListJSON(text: string): ServiceList {
  return new ServiceListJsonParser(text).parse();
}

class ServiceListJsonParser {
  readonly #text: string;
  readonly #unparsed = new UnparsedLines();
  readonly #addresses = new L3n4AddrJson();
  #anyPreferred = false;

  constructor(text: string) {
    this.#text = text;
  }

  parse(): ServiceList {
    const text = this.#text;
    const start = jsonStart(text);
    const frontends: Frontend[] = [];
    const elements = start < 0 ? [] : findJsonElements(text, start, [realizedBackendDepth]);
    for (const element of elements) {
      const frontend = this.#readElement(element);
      if (frontend !== null) frontends.push(frontend);
    }
    this.#noteBrokenEnd(start, elements);
    for (const { backends } of frontends) {
      for (const backend of backends) backend.preferred ??= this.#anyPreferred ? false : null;
    }
    return { frontends, unparsed: this.#unparsed.lines };
  }

  #readElement(element: JsonElement): Frontend | null {
    if (!element.isComplete) return this.#reject(element, cutOffReason);
    const row = parseObject(this.#text.slice(element.start, element.end));
    if (row === null) return this.#reject(element, 'not valid JSON');
    const service = asObject(asObject(row['status'])?.['realized']);
    if (service === null) return this.#reject(element, 'the agent gives no realised state for this service');
    const lines = element.objectLines.get(realizedBackendDepth) ?? [];
    return this.#readService(service, element, lines);
  }

  #readService(service: JsonObject, element: JsonElement, lines: readonly number[]): Frontend | null {
    const address = this.#addresses.read(asObject(service['frontend-address']));
    if (address === null) return this.#reject(element, 'no valid frontend address');
    const flags = asObject(service['flags']) ?? {};
    const typeName = asText(flags['type']);
    const type = typeName === undefined ? null : toServiceType(typeName);
    if (typeName !== undefined && type === null) {
      this.#note(element.line, flags, `unknown service type ${JSON.stringify(typeName)}`);
    }
    const frontend: Frontend = {
      id: asNumber(service['id']) ?? 0,
      ...address,
      type,
      remote: asText(flags['cluster']) !== undefined,
      backends: [],
      flags: readFlags(flags),
      line: element.line,
    };
    for (const [index, item] of asArray(service['backend-addresses']).entries()) {
      const backend = this.#readBackend(asObject(item), lines[index] ?? element.line);
      if (backend !== null) frontend.backends.push(backend);
    }
    return frontend;
  }

  #readBackend(item: JsonObject | null, line: number): Backend | null {
    const address = this.#addresses.readBackend(item);
    if (item === null || address === null) {
      this.#note(line, item, 'no valid backend address');
      return null;
    }
    const stateName = asText(item['state']);
    const state = stateName === undefined ? null : toBackendState(stateName);
    if (stateName !== undefined && state === null) {
      this.#note(line, item, `unknown backend state ${JSON.stringify(stateName)}`);
    }
    const isPreferred = item['preferred'] === true;
    if (isPreferred) this.#anyPreferred = true;
    const backend: Backend = { ...address, state, preferred: isPreferred ? true : null, line };
    const weight = asNumber(item['weight']);
    const zone = asText(item['zone']);
    const nodeName = asText(item['nodeName']);
    if (weight !== undefined) backend.weight = weight;
    if (zone !== undefined) backend.zone = zone;
    if (nodeName !== undefined) backend.nodeName = nodeName;
    return backend;
  }

  #noteBrokenEnd(start: number, elements: readonly JsonElement[]): void {
    const text = this.#text;
    const last = elements.at(-1);
    const from = last === undefined ? Math.max(start, 0) : last.end;
    const rest = text.slice(from).trim();
    const closes = text.charAt(start) === '[' ? ']' : '';
    const isEmptyList = last === undefined && /^\[\s*\]$/.test(rest);
    if (isEmptyList || (last !== undefined && (!last.isComplete || rest === closes))) return;
    if (rest === '' || rest === ',' || rest === '[') {
      this.#unparsed.add(countLines(text, 0, text.length), rest, cutOffReason);
    } else {
      this.#unparsed.add(
        countLines(text, 0, from),
        rest.slice(0, 400),
        'text around the JSON that no agent prints',
      );
    }
  }

  #reject(element: JsonElement, reason: string): null {
    const text = this.#text.slice(element.start, Math.min(element.end, element.start + 1000));
    this.#unparsed.add(element.line, text.replace(/\s+/g, ' '), reason);
    return null;
  }

  #note(line: number, value: JsonObject | null, reason: string): void {
    this.#unparsed.add(line, JSON.stringify(value), reason);
  }
}

function parseObject(text: string): JsonObject | null {
  try {
    return asObject(JSON.parse(text));
  } catch {
    return null;
  }
}

const flagTexts = [
  'name',
  'namespace',
  'trafficPolicy',
  'extTrafficPolicy',
  'intTrafficPolicy',
  'natPolicy',
  'cluster',
] as const;

function readFlags(flags: JsonObject): FrontendFlags {
  const read: FrontendFlags = {};
  for (const key of flagTexts) {
    const value = asText(flags[key]);
    if (value !== undefined) read[key] = value;
  }
  const healthCheckNodePort = asNumber(flags['healthCheckNodePort']);
  if (healthCheckNodePort !== undefined) read.healthCheckNodePort = healthCheckNodePort;
  return read;
}

import { canonicalIP, isIP } from './ip-address';
import type { JsonObject } from './json-value';
import { asNumber, asText } from './json-value';
import type { L3n4Addr } from './l3n4-addr';
import { toL4Protocol } from './l4-protocol';

const maxRemembered = 200_000;

/**
 * Reads `frontend-address` and the entries of `backend-addresses` of `service list -o json`.
 * The table leaves out what is no address, and so does this: null then. Equal addresses share one string.
 */
export class L3n4AddrJson {
  readonly #ips = new Map<string, string | null>();

  /** Reads a frontend's address; a scope other than external and internal is none. */
  read(item: JsonObject | null): L3n4Addr | null {
    const address = this.#read(item, '');
    const scope = item?.['scope'];
    if (address === null || scope === undefined || scope === 'external') return address;
    if (scope !== 'internal') return null;
    address.scope = 'internal';
    return address;
  }

  /** Reads a backend's address. An empty IP is kept: agents of v1.5 print one. */
  readBackend(item: JsonObject | null): L3n4Addr | null {
    return this.#read(item, item?.['ip'] === '' ? 'empty' : '');
  }

  #read(item: JsonObject | null, allowed: 'empty' | ''): L3n4Addr | null {
    if (item === null) return null;
    const ip = allowed === 'empty' ? '' : this.#ip(asText(item['ip']));
    const port = item['port'] === undefined ? 0 : asNumber(item['port']);
    if (ip === null || port === undefined || !Number.isInteger(port) || port < 0 || port > 65535) return null;
    const name = asText(item['protocol']);
    const protocol = name === undefined ? null : toL4Protocol(name);
    if (name !== undefined && protocol === null) return null;
    return { ip, port, protocol, scope: 'external' };
  }

  #ip(text: string | undefined): string | null {
    if (text === undefined) return null;
    const known = this.#ips.get(text);
    if (known !== undefined) return known;
    const ip = isIP(text) ? canonicalIP(text) : null;
    if (this.#ips.size < maxRemembered) this.#ips.set(text, ip);
    return ip;
  }
}

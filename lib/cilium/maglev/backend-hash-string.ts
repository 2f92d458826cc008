import type { Release } from '../agent-version';
import { atLeast } from '../agent-version';
import type { L3n4Addr } from '../l3n4-addr';
import { formatL3n4Addr } from '../l3n4-addr';

/**
 * Gives the text of a backend that Maglev hashes and sorts by.
 *
 * v1.17 and later: `[10.0.0.1:8080/TCP,State:active]`, where the state is a constant ("MUST NOT be changed",
 * pkg/maglev `setHashString`). Up to v1.16: `10.0.0.1:8080`, so TCP and UDP on one port are one backend.
 * An IPv6 address stands in brackets, a cluster ID behind the address, `/i` behind the rest.
 */
export function backendHashString(backend: L3n4Addr, version: Release): string {
  return atLeast(version, 17)
    ? `[${formatL3n4Addr(backend)},State:active]`
    : formatL3n4Addr({ ...backend, protocol: null });
}

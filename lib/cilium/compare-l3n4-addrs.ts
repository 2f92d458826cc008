import { compareIPs } from './ip-address';
import type { L3n4Addr } from './l3n4-addr';

/** Orders addresses as people look for them: IP by number, then port, protocol and scope, external first. */
export function compareL3n4Addrs(a: L3n4Addr, b: L3n4Addr): number {
  return (
    compareIPs(a.ip, b.ip) ||
    a.port - b.port ||
    compareTexts(a.protocol ?? '', b.protocol ?? '') ||
    compareTexts(a.scope, b.scope)
  );
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

import { formatL3n4Addr } from '@/lib/cilium/l3n4-addr';
import type { FrontendView } from '@/lib/snapshot/frontend-view';

/**
 * Gives the key of the frontend that `address` names. Rows leave out `/TCP`, so an address may be typed without its
 * protocol: it then means the TCP row, or the only row of that address. Unknown addresses come back as they are.
 */
export function frontendKeyOf(frontends: readonly FrontendView[], address: string): string {
  if (frontends.some(({ key }) => key === address)) return address;
  const sameAddress = frontends.filter(
    (frontend) => formatL3n4Addr({ ...frontend, protocol: null }) === address,
  );
  const tcp = sameAddress.find(({ protocol }) => protocol === 'TCP');
  return (tcp ?? (sameAddress.length === 1 ? sameAddress[0] : undefined))?.key ?? address;
}

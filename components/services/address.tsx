import type { L3n4Addr } from '@/lib/cilium/l3n4-addr';
import { formatL3n4Addr } from '@/lib/cilium/l3n4-addr';

/** The part of an address every row shows: `10.0.0.1:443`, and its protocol where it is not TCP. */
export function shownAddress(address: L3n4Addr): { address: string; suffix: string } {
  const plain = formatL3n4Addr({ ...address, protocol: null, scope: 'external' });
  const protocol = address.protocol === null || address.protocol === 'TCP' ? '' : `/${address.protocol}`;
  return { address: plain, suffix: `${protocol}${address.scope === 'internal' ? '/i' : ''}` };
}

/** An address in mono, whole; what an agent prints for it is the tooltip. */
export function Address({ of }: { of: L3n4Addr }) {
  const { address, suffix } = shownAddress(of);
  return (
    <span className="mono whitespace-nowrap" title={formatL3n4Addr(of)}>
      {address}
      {suffix !== '' && <span className="font-normal text-faint">{suffix}</span>}
    </span>
  );
}

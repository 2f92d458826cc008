import type { ServiceType } from '@/lib/cilium/frontend';
import type { L3n4Addr, L4Protocol } from '@/lib/cilium/l3n4-addr';
import { splitAddressSuffix } from '@/lib/cilium/ip-address';
import type { NameIndex, ServiceMatch } from './name-index';
import { addressKey, portKey } from './name-index';

const concrete: readonly L4Protocol[] = ['TCP', 'UDP', 'SCTP'];

/**
 * Gives the Service port a frontend stands for; null where the API has none (HostPort rows never have one).
 * An agent that reports no protocol (v1.16 and older) gives one row for all: the first that fits names it.
 */
export function serviceOfFrontend(
  names: NameIndex,
  { ip, port, protocol, type }: Pick<L3n4Addr, 'ip' | 'port' | 'protocol'> & { type: ServiceType | null },
): ServiceMatch | null {
  if (type === 'HostPort') return null;
  const { address, suffix } = splitAddressSuffix(ip);
  // A cluster ID behind the address (`10.0.0.1@2`): another cluster's Service, which our API does not know.
  if (suffix.startsWith('@')) return null;
  const protocols = protocol !== null && concrete.includes(protocol) ? [protocol] : concrete;
  for (const candidate of protocols) {
    const [byAddress] = names.addresses.get(addressKey(address, port, candidate));
    if (byAddress !== undefined) return byAddress;
  }
  if (type !== 'NodePort' && type !== null) return null;
  for (const candidate of protocols) {
    const [byPort] = names.nodePorts.get(portKey(port, candidate));
    if (byPort !== undefined) return byPort;
  }
  return null;
}

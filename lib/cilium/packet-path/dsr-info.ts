import { parseIPv4, parseIPv6 } from '../ip-address';
import type { DsrInfo, L4, SocketAddress } from './packet';
import { familyOf } from './packet';

const nextHeader = { TCP: 6, UDP: 17 } as const;

/** The option of DSR's dispatch `opt`: eight bytes in the IPv4 header, 24 as an extension header of IPv6. */
export function dsrOption(service: SocketAddress, protocol: L4): DsrInfo {
  const [high, low] = portBytes(service);
  const address = addressBytes(service.ip);
  if (familyOf(service.ip) === 'IPv6')
    return {
      form: 'destination-options',
      service,
      // Next header, length in 8-byte units beyond the first, type 0x1b ("skip if unknown"), 20 bytes of data.
      bytes: [nextHeader[protocol], 2, 0x1b, 20, ...address, high, low, 0, 0],
    };
  return {
    form: 'ip-option',
    service,
    // `dsr_set_opt4` turns both words round on little-endian machines; the wire format is kept as it once came out.
    bytes: [0x9a, 8, low, high, ...address.reverse()],
  };
}

/** The option of DSR's dispatch `geneve`: class 0x014b (Cilium), type 1 with the critical bit; 12 or 24 bytes. */
export function dsrGeneveOption(service: SocketAddress): DsrInfo {
  const address = addressBytes(service.ip);
  const words = (address.length + 4) / 4;
  return {
    form: 'geneve-option',
    service,
    bytes: [0x01, 0x4b, 0x81, words, ...address, ...portBytes(service), 0, 0],
  };
}

function portBytes({ port }: SocketAddress): [high: number, low: number] {
  // A Service's port is one number always; a range has nothing to write.
  const number = typeof port === 'number' ? port : 0;
  return [number >>> 8, number & 255];
}

function addressBytes(ip: string): number[] {
  return parseIPv4(ip) ?? (parseIPv6(ip) ?? []).flatMap((group) => [group >>> 8, group & 255]);
}

import type { DsrInfo, OuterHeader, Packet } from './packet';
import { familyOf } from './packet';

/** One part of a packet on the wire, outermost first; Ethernet of the wire itself is not counted, as in an MTU. */
export type PacketLayer = { name: string; bytes: number; isAdded: boolean };

const ipHeader = { IPv4: 20, IPv6: 40 } as const;
const udpHeader = 8;
const tunnelHeader = 8;
const innerEthernet = 14;

/** What a wrapping adds in bytes (pkg/mtu, `encap_geneve_dsr_opt4` and `6`; IPIP counts its IP header only). */
export function outerBytes(kind: OuterHeader['kind'], underlayIP: string, dsr: DsrInfo | null): number {
  const ip = ipHeader[familyOf(underlayIP)];
  if (kind === 'ipip') return ip;
  const option = dsr?.form === 'geneve-option' ? dsr.bytes.length : 0;
  return ip + udpHeader + tunnelHeader + innerEthernet + option;
}

/** Gives the parts of a packet; `payloadBytes` is everything behind its IP header and options. */
export function packetLayers(packet: Packet, payloadBytes: number): PacketLayer[] {
  const inner = familyOf(packet.source.ip);
  const option = packet.dsr !== null && packet.dsr.form !== 'geneve-option' ? packet.dsr : null;
  return [
    ...outerLayers(packet),
    { name: inner, bytes: ipHeader[inner], isAdded: false },
    ...(option === null ? [] : [{ name: 'DSR option', bytes: option.bytes.length, isAdded: true }]),
    { name: packet.protocol, bytes: payloadBytes, isAdded: false },
  ];
}

function outerLayers({ outer, dsr }: Packet): PacketLayer[] {
  if (outer === null) return [];
  const family = familyOf(outer.destinationIP);
  const layer = (name: string, bytes: number): PacketLayer => ({ name, bytes, isAdded: true });
  if (outer.kind === 'ipip') return [layer(`outer ${family}`, ipHeader[family])];
  return [
    layer(`outer ${family}`, ipHeader[family]),
    layer('UDP', udpHeader),
    layer(outer.kind === 'vxlan' ? 'VXLAN' : 'Geneve', tunnelHeader),
    ...(dsr?.form === 'geneve-option' ? [layer('DSR option', dsr.bytes.length)] : []),
    layer('inner Ethernet', innerEthernet),
  ];
}

/** Gives the length of a packet as an MTU counts it, in bytes. */
export function packetBytes(packet: Packet, payloadBytes: number): number {
  return packetLayers(packet, payloadBytes).reduce((sum, { bytes }) => sum + bytes, 0);
}

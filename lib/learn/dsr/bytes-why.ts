import type { Packet } from '@/lib/cilium/packet-path/packet';

/** Says what the bytes are that a packet carries between the nodes beyond those the client sent, or why there are none. */
export function bytesWhy({ dsr, outer, destination }: Packet, serviceIP: string): string {
  if (outer !== null && dsr !== null)
    return `An outer packet to node 2 (IP, UDP, Geneve and an inner Ethernet header), and in its Geneve header an option of ${dsr.bytes.length} bytes with the Service’s address.`;
  if (outer?.kind === 'ipip')
    return 'One more IP header, from node 1 to the pod. What is inside stays as the client sent it, the Service’s address and all.';
  if (outer !== null)
    return 'An outer packet to node 2: IP, UDP, the tunnel’s header and an inner Ethernet header. Nothing in it names the Service.';
  if (dsr !== null)
    return dsr.form === 'ip-option'
      ? 'An IP option of eight bytes: its type and length, the Service’s port and its address.'
      : 'A destination options header of 24 bytes: IPv6 has no options in its own header.';
  return destination.ip === serviceIP
    ? 'Nothing is changed at all.'
    : 'Addresses are written over addresses of the same length; nothing else goes into the packet.';
}

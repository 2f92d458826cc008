import type { Packet } from '@/lib/cilium/packet-path/packet';
import { formatSocketAddress } from '@/lib/cilium/packet-path/packet';
import type { Hop, Place } from '@/lib/cilium/packet-path/packet-walk';

/** Names a place; `short` makes a node's name short. */
export function placeWords(place: Place, short: (node: string) => string): string {
  switch (place.kind) {
    case 'client':
      return 'client';
    case 'wire':
      return place.from === place.to
        ? 'inside the node'
        : `network, ${place.from === null ? 'from outside' : short(place.from)} to ${place.to === null ? 'outside' : short(place.to)}`;
    case 'node':
      return short(place.node);
    case 'pod':
      return place.node === null
        ? (place.name ?? 'outside the cluster')
        : `${place.name ?? 'backend'} on ${short(place.node)}`;
  }
}

/** Names where in the machine a hop happens; empty where the place says it all. */
export function hookWords({ hook }: Hop, attach: 'tc' | 'tcx'): string {
  switch (hook) {
    case 'application':
    case 'wire':
      return '';
    case 'xdp':
      return 'XDP, in the driver';
    case 'routing':
      return 'the kernel’s routing';
    default:
      return attach === 'tcx' ? hook.replace(/^tc\b/, 'tcx') : hook;
  }
}

/** What a packet carries or is wrapped in, in a few words each. */
export function extraWords({ dsr, outer }: Packet): string[] {
  const words: string[] = [];
  if (outer !== null) {
    const kind = { vxlan: 'VXLAN', geneve: 'Geneve', ipip: 'IP' }[outer.kind];
    words.push(`in ${kind} ${outer.sourceIP} → ${outer.destinationIP}, +${outer.bytes} B`);
  }
  if (dsr !== null) {
    const form = {
      'ip-option': 'IP option',
      'destination-options': 'IPv6 destination options',
      'geneve-option': 'Geneve option',
    }[dsr.form];
    const added = dsr.form === 'geneve-option' ? '' : `, +${dsr.bytes.length} B`;
    words.push(`${form} with ${formatSocketAddress(dsr.service)}${added}`);
  }
  return words;
}

/** The bytes of an option as a dump shows them. */
export function hexBytes(bytes: readonly number[]): string {
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
}

/** True where an end of the packet was rewritten at this hop. */
export function changedEnds({ before, after }: Hop): { source: boolean; destination: boolean } {
  return {
    source: formatSocketAddress(before.source) !== formatSocketAddress(after.source),
    destination: formatSocketAddress(before.destination) !== formatSocketAddress(after.destination),
  };
}

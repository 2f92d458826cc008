import type { IPFamily, Packet } from './packet';
import { formatSocketAddress } from './packet';
import { addresses } from './packet-question.fixture';
import type { Hop } from './packet-walk';

/**
 * Hops in the reference's own short hand: who > whom, `+8` for a DSR option of eight bytes in the packet's header,
 * `[geneve n1>n2 62]` for a packet around it and all the bytes that it adds.
 */
export function shortHand(family: IPFamily, ports: Record<string, number>) {
  const at = addresses[family];
  const names = new Map<string, string>([
    [formatSocketAddress({ ip: at.client, port: 40000 }), 'C'],
    [formatSocketAddress({ ip: at.service, port: 80 }), 'V'],
    [formatSocketAddress({ ip: at.pod, port: ports['pod'] ?? 8080 }), 'P'],
    [formatSocketAddress({ ip: at.localPod, port: ports['pod'] ?? 8080 }), 'L'],
    [formatSocketAddress({ ip: at.n1, port: 40000 }), 'N1'],
    [formatSocketAddress({ ip: at.internal, port: 40000 }), 'I1'],
  ]);
  const hosts = new Map<string, string>([
    [at.n1, 'n1'],
    [at.n2, 'n2'],
    [at.pod, 'P'],
  ]);
  const name = (end: Packet['source']) => names.get(formatSocketAddress(end)) ?? formatSocketAddress(end);
  const headers = ({ source, destination, dsr, outer }: Packet) => {
    const option = dsr === null || dsr.form === 'geneve-option' ? '' : ` +${dsr.bytes.length}`;
    const around =
      outer === null
        ? ''
        : ` [${outer.kind} ${hosts.get(outer.sourceIP)}>${hosts.get(outer.destinationIP)} ${outer.bytes}${dsr === null ? '' : ` ${dsr.form}`}]`;
    return `${name(source)}>${name(destination)}${option}${around}`;
  };
  return (hop: Hop) => `${placeText(hop)}: ${headers(hop.after)}`;
}

function placeText({ place, hook }: Hop): string {
  switch (place.kind) {
    case 'client':
      return 'client';
    case 'wire':
      return `${place.from ?? 'net'}-${place.to ?? 'net'}`;
    case 'pod':
      return hook === 'application' ? 'pod' : `pod ${hook}`;
    case 'node':
      return `${place.node} ${hook}`;
  }
}

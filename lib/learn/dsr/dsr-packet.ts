import type { PacketQuestion } from '@/lib/cilium/packet-path/packet-question';
import type { Hop } from '@/lib/cilium/packet-path/packet-walk';
import type { DsrParameters } from './dsr-parameters';

/** What a client may send over the networks before the cluster's. */
const clientMtuBytes = 1500;
const ipHeaderBytes = { IPv4: 20, IPv6: 40 } as const;

/** TCP headers: of a SYN with its usual options, of a later packet with timestamps, of a reset. */
const tcpBytes = { open: 40, later: 32, reset: 20 } as const;
/** A datagram as small as a question to a name server: UDP's header and 48 bytes. */
const datagramBytes = 8 + 48;

/** Gives the moment of the packet: a connection whose backend was replaced is there already. */
export function momentOf({ moment, isBackendReplaced }: DsrParameters): PacketQuestion['moment'] {
  return isBackendReplaced ? 'later' : moment;
}

/** Gives what stands behind the IP header on the way there, in bytes. */
export function requestPayloadBytes({
  protocol,
  moment,
  isBackendReplaced,
  family,
  mtuBytes,
}: DsrParameters) {
  if (moment === 'later') return Math.min(clientMtuBytes, mtuBytes) - ipHeaderBytes[family];
  if (protocol === 'UDP') return datagramBytes;
  return isBackendReplaced ? tcpBytes.later : tcpBytes.open;
}

/** Gives what stands behind the IP header at a hop, in bytes: answers are short. */
export function payloadBytesAt(parameters: DsrParameters, { lane }: Pick<Hop, 'lane'>): number {
  if (lane === 'request') return requestPayloadBytes(parameters);
  if (parameters.protocol === 'UDP') return datagramBytes;
  if (parameters.isBackendReplaced) return tcpBytes.reset;
  return momentOf(parameters) === 'first' ? tcpBytes.open : tcpBytes.later;
}

/** Gives what a packet is called at a hop: SYN, SYN-ACK, segment, ACK, RST, datagram. */
export function packetName(parameters: DsrParameters, { lane }: Pick<Hop, 'lane'>): string {
  if (parameters.protocol === 'UDP') return 'datagram';
  const isFirst = momentOf(parameters) === 'first';
  if (lane === 'request') return isFirst ? 'SYN' : parameters.moment === 'later' ? 'segment' : 'ACK';
  return parameters.isBackendReplaced ? 'RST' : isFirst ? 'SYN-ACK' : 'ACK';
}

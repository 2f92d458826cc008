import type { CalledAddresses } from './socket-ends';
import type { CallStyle, SocketParameters } from './socket-parameters';

/** What a run is made of. */
export type RunContext = {
  parameters: SocketParameters;
  style: CallStyle;
  addresses: CalledAddresses;
  /** What a packet is called: SYN and its answer, or a datagram. */
  packet: { request: string; answer: string };
};

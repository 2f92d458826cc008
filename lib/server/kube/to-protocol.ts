import type { L4Protocol } from '@/lib/cilium/l3n4-addr';

/** Gives a port's protocol; Kubernetes leaves TCP out where it is the default. */
export function toProtocol(protocol: string | null | undefined): L4Protocol {
  return protocol === 'UDP' || protocol === 'SCTP' ? protocol : 'TCP';
}

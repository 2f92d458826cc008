import type { PacketWalk } from '@/lib/cilium/packet-path/packet-walk';
import { nodeNames } from '@/lib/learn/dsr/dsr-question';

/** Says what each node has to do with the packet, and what it keeps of it once that is no longer asked. */
export function nodeWords(
  { hops, seenByBackend }: PacketWalk,
  isOpen: boolean,
  isLocal: boolean,
): [string, string] {
  if (isLocal) return ['has the packet and the pod', 'has no part in it'];
  if (!isOpen || seenByBackend === null) return ['gets the packet', 'has the pod'];
  const on = (node: string, lane: 'request' | 'answer') =>
    hops.some((hop) => hop.place.kind === 'node' && hop.place.node === node && hop.lane === lane);
  if (on(nodeNames[0], 'answer')) return ['keeps NAT state', 'sees only node 1'];
  return ['keeps nothing for the answer', 'remembers the Service'];
}

import type { PacketQuestion } from '@/lib/cilium/packet-path/packet-question';
import type { Hop, PacketWalk } from '@/lib/cilium/packet-path/packet-walk';
import { walkPacket } from '@/lib/cilium/packet-path/walk-packet';
import type { Prediction } from '../predict/prediction';
import type { DsrParameters } from './dsr-parameters';
import { dsrPredictions } from './dsr-predictions';
import { dsrQuestion } from './dsr-question';
import { dsrRefusal, type DsrRefusal } from './dsr-refusal';

/** All that the simulator shows of one packet. */
export type DsrWalk = {
  question: PacketQuestion;
  walk: PacketWalk;
  /** The hops that would have followed, where the network ends the walk. */
  lostHops: Hop[];
  predictions: Prediction[];
  /** Why no agent starts; there is no walk then. */
  refusal: DsrRefusal | null;
};

/** Follows the packet that parameters describe. */
export function dsrWalk(parameters: DsrParameters): DsrWalk {
  const question = dsrQuestion(parameters);
  const refusal = dsrRefusal(parameters);
  const walked = walkPacket(question);
  const walk = refusal === null ? walked : { ...walked, hops: [], seenByBackend: null };
  return {
    question,
    walk,
    lostHops: refusal === null ? lostHopsOf(question, walk) : [],
    predictions: dsrPredictions(walk, question),
    refusal,
  };
}

/** Without the network's faults, and short enough for any MTU, the same packet goes on. */
function lostHopsOf(question: PacketQuestion, { hops, failure }: PacketWalk): Hop[] {
  if (failure === null) return [];
  const fabric = { sourceCheckedNodes: new Set<string>(), dropsIPOptions: false };
  const shortest = Math.min(question.payloadBytes, 8);
  const healthy = walkPacket({ ...question, fabric, isBackendReplaced: false, payloadBytes: shortest });
  return healthy.hops.slice(hops.length);
}

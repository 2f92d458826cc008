import type { PacketQuestion } from '@/lib/cilium/packet-path/packet-question';
import type { PacketWalk } from '@/lib/cilium/packet-path/packet-walk';
import { walkPacket } from '@/lib/cilium/packet-path/walk-packet';
import type { Prediction } from '../predict/prediction';
import { gatewayWalk } from './gateway-walk';
import type { NatParameters } from './nat-parameters';
import { natPredictions } from './nat-predictions';
import { natQuestion } from './nat-question';
import { natObstacle, type NatObstacle } from './nat-status';

/** All that the simulator shows of one packet. */
export type NatWalk = {
  question: PacketQuestion;
  /** Without hops where there is an obstacle. */
  walk: PacketWalk;
  predictions: Prediction[];
  obstacle: NatObstacle | null;
};

/** Follows the packet that parameters describe. */
export function natWalk(parameters: NatParameters): NatWalk {
  const question = natQuestion(parameters);
  const obstacle = natObstacle(parameters);
  const walk =
    obstacle !== null
      ? { hops: [], choice: null, seenByBackend: null, failure: null, unknowns: [] }
      : parameters.feature === 'gateway'
        ? gatewayWalk(parameters, question)
        : walkPacket(question);
  return { question, walk, predictions: natPredictions(parameters, walk), obstacle };
}

/** True where the packet comes through, translated, and its answer too. */
export function isTranslated({ walk }: NatWalk): boolean {
  return walk.hops.length > 0 && walk.failure === null;
}

import type { Prediction } from '../predict/prediction';
import { nicVerdicts, type NicVerdict } from './nic-verdict';
import { handlingOf, type Handling } from './handling';
import { stepsFromOutside } from './steps-from-outside';
import { stepsFromPod } from './steps-from-pod';
import { xdpPredictions } from './xdp-predictions';
import type { XdpParameters } from './xdp-parameters';
import { xdpRefusal, type XdpRefusal } from './xdp-start';
import type { XdpStep } from './xdp-step';

/** All that the simulator shows of one packet. */
export type XdpWalk = {
  verdicts: NicVerdict[];
  handling: Handling;
  /** No steps where no agent starts. */
  steps: XdpStep[];
  predictions: Prediction[];
  refusal: XdpRefusal | null;
};

/** Follows the packet that parameters describe through the layers of a node. */
export function xdpWalk(parameters: XdpParameters): XdpWalk {
  const verdicts = nicVerdicts(parameters);
  const handling = handlingOf(parameters);
  const refusal = xdpRefusal(parameters);
  const all =
    parameters.traffic === 'pod' ? stepsFromPod(parameters) : stepsFromOutside(parameters, handling);
  const steps = refusal === null ? all : [];
  return { verdicts, handling, steps, predictions: xdpPredictions(parameters, handling, steps), refusal };
}

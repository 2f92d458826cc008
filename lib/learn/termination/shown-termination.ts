import type { Prediction } from '../predict/prediction';
import type { TerminationParameters } from './termination-parameters';
import { terminationPredictions } from './termination-predictions';
import { terminationRun, type TerminationRun } from './termination-run';
import { terminationSteps, type TerminationStep } from './termination-steps';

/** All that the simulator shows of a pod's end. */
type ShownTermination = {
  run: TerminationRun;
  steps: TerminationStep[];
  predictions: Prediction[];
};

/** Computes what parameters come to, its events, and the questions about them. */
export function shownTermination(parameters: TerminationParameters): ShownTermination {
  const run = terminationRun(parameters);
  const steps = terminationSteps(parameters, run);
  return { run, steps, predictions: terminationPredictions(parameters, run, steps) };
}

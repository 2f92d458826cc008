import type { SourceView } from '@/lib/snapshot/source-view';
import type { TrainingView } from '@/lib/snapshot/training-view';
import { needRuntime } from './answer';
import { HttpProblem } from './problem/problem-response';
import type { Runtime } from './runtime';

/** Says which training clusters there are, and which is looked at. */
export function trainingViewOf({
  collector,
  training,
}: Pick<Runtime, 'collector' | 'training'>): TrainingView {
  const { scenario, readOnly } = collector.source();
  if (training === null) return { scenario: null, mayRestart: false, scenarios: [] };
  return { scenario, mayRestart: !readOnly, scenarios: [...training.scenarios] };
}

/** Begins a training cluster anew, and gives what is looked at then. Throws HttpProblem for a refusal. */
export async function restartTraining(
  { collector, training }: Pick<Runtime, 'collector' | 'training'>,
  scenario: string,
): Promise<SourceView> {
  if (training === null) {
    throw new HttpProblem('forbidden', {
      detail: 'This is no training cluster: it is not begun anew from here.',
      hint: 'Start the product with --training.',
    });
  }
  if (collector.source().readOnly) {
    throw new HttpProblem('forbidden', {
      detail: 'This server makes no changes: it was started with --read-only.',
      hint: 'Start it without --read-only.',
    });
  }
  if (training.scenarios.every(({ name }) => name !== scenario)) {
    throw new HttpProblem('bad-request', {
      detail: `There is no training cluster ${scenario}.`,
      hint: `There are: ${training.scenarios.map(({ name }) => name).join(', ')}.`,
    });
  }
  if ((await training.restart(scenario)) === 'busy') {
    throw new HttpProblem('conflict', {
      detail: 'A training cluster is being begun.',
      hint: 'Wait until it is there.',
    });
  }
  return needRuntime().collector.source();
}

import type { BackendState } from '@/lib/cilium/backend';
import { backendStateMeanings } from '@/lib/cilium/backend-state';
import type { Prediction } from '../predict/prediction';
import { stateWords } from './state-words';
import { followsTermination, type TerminationParameters } from './termination-parameters';
import { countsAt, rowAt, type TerminationRun } from './termination-run';
import type { TerminationStep } from './termination-steps';

/** Gives the questions that the seconds answer, in the order of their steps; the right answers are read off the run. */
export function terminationPredictions(
  parameters: TerminationParameters,
  run: TerminationRun,
  steps: readonly TerminationStep[],
): Prediction[] {
  const read = (run.slice[1]?.from ?? 0) + parameters.lagSeconds;
  const step = steps.findIndex(({ at }) => at === read);
  return [
    stateAsked(parameters, run, read, step),
    newAsked(parameters, run, read, step),
    keptAsked(run, steps),
  ]
    .filter((prediction) => prediction.step > 0)
    .sort((a, b) => a.step - b.step);
}

const stateIds = {
  active: 'active',
  terminating: 'terminating',
  'terminating-not-serving': 'notserving',
  maintenance: 'maintenance',
  quarantined: 'quarantined',
} as const;
const askedStates = ['active', 'terminating', 'terminating-not-serving', 'maintenance', null] as const;

function stateId(state: BackendState | null): string {
  return state === null ? 'gone' : stateIds[state];
}

function stateAsked(
  parameters: TerminationParameters,
  run: TerminationRun,
  read: number,
  step: number,
): Prediction {
  const right = rowAt(run, read).states[0] ?? null;
  return {
    id: 'state',
    step,
    question: 'What does the agent’s row say of pod 1 once it has read the change?',
    options: askedStates.map((state) => ({ id: stateId(state), words: stateWords(state), address: null })),
    rightId: stateId(right),
    fact: right === null ? 'It is not listed any more' : `It is ${right}`,
    why: right === null ? unlistedWhy(parameters) : stateWhy(right, parameters),
  };
}

function unlistedWhy(parameters: TerminationParameters): string {
  if (!followsTermination(parameters))
    return 'With enable-k8s-terminating-endpoint off, an endpoint that is not ready is left out at once, whatever else its conditions say.';
  return 'Before v1.18.5 an endpoint that is neither ready nor serving is left out at once, even while it terminates.';
}

function stateWhy(state: BackendState, { publishesNotReady }: TerminationParameters): string {
  if (state === 'active' && publishesNotReady)
    return 'The Service publishes addresses that are not ready, so its endpoint stays ready, and ready is active, even while it terminates.';
  return backendStateMeanings[state];
}

function newAsked(
  parameters: TerminationParameters,
  run: TerminationRun,
  read: number,
  step: number,
): Prediction {
  const { candidates, isFallback } = rowAt(run, read);
  const rightId = candidates.length === 0 ? 'none' : candidates.includes(0) ? 'both' : 'second';
  return {
    id: 'new',
    step,
    question: 'Where do new connections go from then on?',
    options: [
      { id: 'both', words: 'to both pods', address: null },
      { id: 'second', words: 'to pod 2 only', address: null },
      { id: 'none', words: 'to neither', address: null },
    ],
    rightId,
    fact: {
      both: 'New connections go to both pods',
      second: 'New connections go to pod 2 only',
      none: 'New connections go to neither pod',
    }[rightId],
    why: newWhy(rightId, isFallback, parameters),
  };
}

function newWhy(rightId: string, isFallback: boolean, { areAllDeleted }: TerminationParameters): string {
  if (isFallback)
    return 'No active backend is left. Then those that terminate and still serve stand in: better a pod on its way out than none.';
  if (rightId === 'both') return 'An active backend takes new connections, and both pods are active.';
  if (rightId === 'second') return 'Only active backends take new connections, and pod 2 is one.';
  return areAllDeleted
    ? 'Neither pod is active, and only terminating backends that still serve could stand in.'
    : 'No backend is active.';
}

function keptAsked(run: TerminationRun, steps: readonly TerminationStep[]): Prediction {
  const { kept } = countsAt(run, Infinity);
  const breaks = run.open.filter(({ end }) => end !== 'done').map(({ endsAt }) => endsAt);
  const shows = Math.min(...breaks, run.life.exitAt === 0 ? run.end : run.life.exitAt);
  const counts = [...new Set([0, 2, 4, kept])].sort((a, b) => a - b);
  const cause = run.open.find(({ end }) => end !== 'done')?.end ?? 'done';
  return {
    id: 'kept',
    step: steps.findIndex(({ at }) => at >= shows),
    question: 'How many of the four open connections come to their end unbroken?',
    options: counts.map((count) => ({
      id: String(count),
      words: count === 0 ? 'none' : String(count),
      address: null,
    })),
    rightId: String(kept),
    fact:
      kept === 4
        ? 'All four are kept'
        : kept === 0
          ? 'None is kept'
          : `${['None', 'One', 'Two', 'Three'][kept] ?? kept} of four ${kept === 1 ? 'is' : 'are'} kept`,
    why: {
      done: 'The process lives as long as they need, and nothing takes its backend out of the map before.',
      process:
        'The process does not live as long as they need. No load balancer can keep a connection to a process that is gone.',
      node: 'The pod went with its node. The connections’ entries point to it all the same, so their packets get no answer.',
      table:
        'The process is still there, but the table forgot it. The next packet of each connection goes to another pod, which likely resets it, or to nobody where none is left.',
    }[cause],
  };
}

import type { OpenConnection } from './open-connections';
import type { Conditions } from './slice-conditions';
import { startSeconds } from './span';
import { stateWords } from './state-words';
import type { TerminationParameters } from './termination-parameters';
import { rowAt, type TerminationRun } from './termination-run';

/** A second at which something happens, and what. */
export type TerminationStep = {
  at: number;
  happenings: { where: 'pod' | 'slice' | 'table' | 'connections'; text: string }[];
};

/** Gives the seconds at which something happens, the start and the end among them. */
export function terminationSteps(parameters: TerminationParameters, run: TerminationRun): TerminationStep[] {
  const steps = new Map<number, TerminationStep>();
  const add = (at: number, where: TerminationStep['happenings'][number]['where'], text: string) => {
    const step = steps.get(at) ?? { at, happenings: [] };
    step.happenings.push({ where, text });
    steps.set(at, step);
  };
  add(startSeconds, 'pod', 'Both pods serve; four connections are open to pod 1');
  tellPod(parameters, run, add);
  for (const { from, value } of run.slice.slice(1)) {
    add(from, 'slice', conditionsText(value));
    const at = from + parameters.lagSeconds;
    const [before, after] = [rowAt(run, at - 0.001), rowAt(run, at)].map(({ states }) => states[0] ?? null);
    const isSame = before === after;
    add(
      at,
      'table',
      isSame
        ? `The agent has read it; its row stays as it was: ${stateWords(after ?? null)}`
        : `The agent’s row follows: ${stateWords(after ?? null)}`,
    );
  }
  for (const [at, connections] of brokenBySecond(run.open))
    add(
      at,
      'connections',
      brokenText(connections.length, connections[0]?.end ?? 'process', parameters.areAllDeleted),
    );
  add(run.end, 'connections', 'Nothing more happens');
  return [...steps.values()].sort((a, b) => a.at - b.at);
}

type Add = (at: number, where: 'pod', text: string) => void;

function tellPod(
  { ending, answer, preStopSeconds, areAllDeleted }: TerminationParameters,
  { life: { exitAt, isKilled }, open }: TerminationRun,
  add: Add,
) {
  if (ending === 'node-lost') {
    add(
      0,
      'pod',
      areAllDeleted ? 'Both nodes die, and tell nobody' : 'The pod’s node dies, and tells nobody',
    );
    return;
  }
  const pause = areAllDeleted
    ? '; their preStop pauses, they serve on'
    : '; its preStop pauses, it serves on';
  add(
    0,
    'pod',
    `${areAllDeleted ? 'Both pods are' : 'The pod is'} deleted${preStopSeconds > 0 ? pause : ''}`,
  );
  add(
    preStopSeconds,
    'pod',
    {
      drains: 'The process gets SIGTERM: it stops listening, and finishes what is open',
      exits: 'The process gets SIGTERM, and exits',
      ignores: 'The process gets SIGTERM, and goes on as before',
    }[answer],
  );
  if (isKilled) add(exitAt, 'pod', 'The grace period is over: SIGKILL ends the process');
  else if (answer === 'drains')
    add(
      exitAt,
      'pod',
      `${open.every(({ end }) => end === 'done') ? 'All is finished: the' : 'The'} process exits`,
    );
}

/** Says what an endpoint's conditions are. */
export function conditionsText(conditions: Conditions): string {
  if (conditions === null) return 'The endpoint leaves the EndpointSlice';
  const { ready, serving, terminating } = conditions;
  return `The endpoint is ${ready ? 'ready' : 'not ready'}, ${serving ? 'serving' : 'not serving'}${terminating ? ', terminating' : ''}`;
}

function brokenBySecond(open: readonly OpenConnection[]): Map<number, OpenConnection[]> {
  const found = new Map<number, OpenConnection[]>();
  for (const connection of open) {
    if (connection.end === 'done') continue;
    found.set(connection.endsAt, [...(found.get(connection.endsAt) ?? []), connection]);
  }
  return found;
}

const countWords = ['No', 'One', 'Two', 'Three', 'Four'];

function brokenText(count: number, end: OpenConnection['end'], areAllDeleted: boolean): string {
  const some = `${countWords[count] ?? count} open ${count === 1 ? 'connection' : 'connections'}`;
  const many = `${some} ${count === 1 ? 'breaks' : 'break'}`;
  return {
    done: many,
    process: `${many}: the process is gone`,
    node: `${some} ${count === 1 ? 'falls' : 'fall'} silent`,
    table: `${many}: the backend is no longer in the map, ${areAllDeleted ? 'and no other is left for the next packet' : 'so the next packet goes to a pod that knows nothing of it'}`,
  }[end];
}

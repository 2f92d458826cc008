import type { Prediction } from '../predict/prediction';
import { affinityStory } from './affinity-clients';
import type { AffinityParameters } from './affinity-parameters';
import type { AffinityConnection, AffinityStep } from './affinity-walk';
import { reasonText } from './reason-text';
import { formatSpan } from './time-text';

type Steps = readonly AffinityStep[];

/** Gives the questions that a story can answer, in the order of its steps; the right answers are read off it. */
export function affinityPredictions(steps: Steps, parameters: AffinityParameters): Prediction[] {
  const questions = !parameters.isOn
    ? [withoutAffinity(steps, parameters)]
    : parameters.place === 'outside'
      ? [
          behindNat(steps, parameters),
          byNodeTwo(steps, parameters),
          backendGoes(steps, parameters),
          comesBack(steps, parameters),
        ]
      : [
          shares(steps, parameters, 'sidecar'),
          shares(steps, parameters, 'job'),
          shares(steps, parameters, 'hostpod'),
        ];
  return questions
    .filter((question) => question !== null)
    .sort((a, b) => a.step - b.step)
    .filter(({ step }, index, all) => index === 0 || all[index - 1]?.step !== step);
}

function find(steps: Steps, holds: (connection: AffinityConnection) => boolean) {
  const step = steps.findIndex((each) => each.kind === 'connection' && holds(each));
  const found = steps[step];
  return found?.kind === 'connection' ? { step, connection: found } : null;
}

/** A question with two answers: the backend that somebody has, or one that is chosen. */
function ask(
  id: string,
  found: { step: number; connection: AffinityConnection },
  question: string,
  { same, other, isSame }: { same: string; other: string; isSame: boolean },
  parameters: AffinityParameters,
): Prediction {
  const { connection, step } = found;
  return {
    id,
    step,
    question,
    options: [
      { id: 'same', words: same, address: null },
      { id: 'other', words: other, address: null },
    ],
    rightId: isSame ? 'same' : 'other',
    fact: `${connection.client.name} gets ${connection.backend}`,
    why: reasonText(connection, parameters),
  };
}

function behindNat(steps: Steps, parameters: AffinityParameters): Prediction | null {
  const found = find(steps, ({ clientId }) => clientId === 'pod2');
  const one = find(steps, ({ clientId }) => clientId === 'pod1');
  if (found === null || one === null) return null;
  return ask(
    'nat',
    found,
    'Pod 2 connects for the first time. It is another pod, behind the address that Pod 1 has. Which backend does it get?',
    {
      same: `${one.connection.backend}, as Pod 1 did: an entry decides`,
      other: 'one that is chosen for it',
      isSame: found.connection.reason === 'kept',
    },
    parameters,
  );
}

function byNodeTwo(steps: Steps, parameters: AffinityParameters): Prediction | null {
  const found = find(steps, ({ node }) => node === 2);
  if (found === null) return null;
  const { previous, backend } = found.connection;
  return ask(
    'nodes',
    found,
    `The router sends the phone to node 2 now. On node 1 it had ${previous ?? ''}. Which backend does it get?`,
    { same: `${previous ?? ''} again`, other: 'another one', isSame: previous === backend },
    parameters,
  );
}

function backendGoes(steps: Steps, parameters: AffinityParameters): Prediction | null {
  const found = find(steps, ({ reason }) => reason === 'backend-gone');
  if (found === null) return null;
  const { client, found: entry } = found.connection;
  return ask(
    'gone',
    found,
    `${client.name} comes again. Its entry is fresh, but ${entry?.backend ?? ''} is shutting down and still serves what is open. Which backend does it get?`,
    { same: `${entry?.backend ?? ''}: its entry is good`, other: 'another one', isSame: false },
    parameters,
  );
}

function comesBack(steps: Steps, parameters: AffinityParameters): Prediction | null {
  const last = affinityStory('outside').connections.findLast(({ clientId }) => clientId === 'laptop')?.minute;
  const found = find(steps, ({ clientId, minute }) => clientId === 'laptop' && minute === last);
  const entry = found?.connection.found;
  if (found === null || entry === null || entry === undefined) return null;
  const age = formatSpan((found.connection.minute - entry.lastUsedMinute) * 60);
  return ask(
    'back',
    found,
    `The laptop comes back after ${age}; the timeout is ${formatSpan(parameters.timeoutSeconds)}. What decides?`,
    {
      same: `its entry, which names ${entry.backend}`,
      other: 'a backend is chosen as for a new client',
      isSame: found.connection.reason === 'kept',
    },
    parameters,
  );
}

const shared = {
  sidecar: 'The sidecar of the same pod connects. Which backend does it get?',
  job: 'A second pod of the same node connects. Which backend does it get?',
  hostpod: 'A pod in the host’s network connects, as a process of the host did. Which backend does it get?',
} as const;
const before = { sidecar: 'app', job: 'app', hostpod: 'process' } as const;

function shares(steps: Steps, parameters: AffinityParameters, id: keyof typeof shared): Prediction | null {
  const found = find(steps, ({ clientId }) => clientId === id);
  const one = find(steps, ({ clientId }) => clientId === before[id]);
  if (found === null || one === null) return null;
  const { name } = one.connection.client;
  return ask(
    id,
    found,
    shared[id],
    {
      same: `that of ${name}, by one entry`,
      other: 'one that is chosen for it',
      isSame: found.connection.reason === 'kept',
    },
    parameters,
  );
}

function withoutAffinity(steps: Steps, parameters: AffinityParameters): Prediction | null {
  const found = find(steps, ({ previous }) => previous !== null);
  if (found === null) return null;
  const { client, previous } = found.connection;
  return ask(
    'off',
    found,
    `${client.name} connects again, and the Service has no affinity. What decides?`,
    {
      same: `the node remembers ${previous ?? ''}`,
      other: 'a backend is chosen anew',
      isSame: false,
    },
    parameters,
  );
}

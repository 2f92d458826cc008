import type { AgentView, AnswerView } from './agent-view';

/** True where two lists of agents say the same but for the times and sizes of their answers, which change each sweep. */
export function areSameButTimes(a: readonly AgentView[], b: readonly AgentView[]): boolean {
  return a.length === b.length && a.every((agent, at) => isSameAgent(agent, b[at]));
}

function isSameAgent(a: AgentView, b: AgentView | undefined): boolean {
  if (b === undefined) return false;
  if (a === b) return true;
  const { answers, ...facts } = a;
  const { answers: otherAnswers, ...others } = b;
  return (
    isSameAnswer(answers.status, otherAnswers.status) &&
    isSameAnswer(answers['service-list'], otherAnswers['service-list']) &&
    isSameFacts(facts, others)
  );
}

/** Lists and statuses that did not change are the same objects: only what came new has to be read. */
function isSameFacts(a: Omit<AgentView, 'answers'>, b: Omit<AgentView, 'answers'>): boolean {
  const isSame = (name: keyof typeof a) =>
    a[name] === b[name] ||
    (typeof a[name] === 'object' && JSON.stringify(a[name]) === JSON.stringify(b[name]));
  // The type names every key there is.
  return (Object.keys(a) as (keyof typeof a)[]).every(isSame);
}

function isSameAnswer(a: AnswerView, b: AnswerView): boolean {
  return (
    (a.answeredTimestamp === null) === (b.answeredTimestamp === null) &&
    a.stale === b.stale &&
    a.unparsedCount === b.unparsedCount &&
    JSON.stringify(a.problem) === JSON.stringify(b.problem)
  );
}

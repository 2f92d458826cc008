import type { AgentView } from '@/lib/snapshot/agent-view';
import type { Problem } from '@/lib/snapshot/source-view';

/** Why there is a list, or why there is none. Not to have asked, to have been told "nothing", and to hide all are three things. */
export type ListState =
  | { kind: 'rows' }
  | { kind: 'nothing-matches' }
  | { kind: 'no-problems'; checked: number; total: number; answered: number; agents: number }
  | { kind: 'no-rows'; agents: number }
  | { kind: 'no-agents' }
  | { kind: 'not-answered-yet'; agents: number }
  | { kind: 'could-not-ask'; problems: { node: string; problem: Problem }[] };

/**
 * Tells them apart. `shown` of `total` frontends pass the filter; `checked` pass all of it but "Only problems", and is
 * null where that is off.
 */
export function listState(
  agents: readonly AgentView[],
  total: number,
  shown: number,
  checked: number | null = null,
): ListState {
  if (shown > 0) return { kind: 'rows' };
  const answered = agents.filter(({ answers }) => answers['service-list'].answeredTimestamp !== null);
  if (checked !== null && checked > 0) {
    const current = answered.filter(({ answers }) => !answers['service-list'].stale).length;
    return { kind: 'no-problems', checked, total, answered: current, agents: agents.length };
  }
  if (total > 0) return { kind: 'nothing-matches' };
  if (agents.length === 0) return { kind: 'no-agents' };
  if (answered.length > 0) return { kind: 'no-rows', agents: answered.length };
  const problems = agents.flatMap(({ node, answers }) => {
    const { problem } = answers['service-list'];
    return problem === null ? [] : [{ node, problem }];
  });
  return problems.length > 0
    ? { kind: 'could-not-ask', problems }
    : { kind: 'not-answered-yet', agents: agents.length };
}

import type { AgentView } from '@/lib/snapshot/agent-view';
import type { FrontendProblem, FrontendView } from '@/lib/snapshot/frontend-view';
import type { Problem } from '@/lib/snapshot/source-view';

/** Why the agent could not be asked: both commands mostly fail for the same reason, which is said once. */
export function distinctProblems({ answers }: AgentView): Problem[] {
  const found = new Map<string, Problem>();
  for (const { problem } of [answers.status, answers['service-list']])
    if (problem !== null && !found.has(problem.code)) found.set(problem.code, problem);
  return [...found.values()];
}

const order: FrontendProblem['kind'][] = [
  'leftover-backend',
  'no-active-backend',
  'no-backends',
  'missing-row',
  'missing-backend',
  'wrong-state',
  'quarantined-backend',
  'nodes-disagree',
  'leftover-row',
  'wrong-type',
];

/** One thing that is wrong, and the frontends it concerns: the same backend left over under five addresses is one thing. */
export type NodeProblem = { problem: FrontendProblem; keys: [string, ...string[]] };

/** What is wrong with the frontends of one node, worst first, then by address. */
export function problemsOfNode(frontends: readonly FrontendView[], node: string): NodeProblem[] {
  const found = new Map<string, NodeProblem>();
  for (const { key, problems } of frontends)
    for (const problem of problems) {
      if (!problem.nodes.includes(node)) continue;
      const known = found.get(`${problem.kind} ${problem.text}`);
      if (known === undefined) found.set(`${problem.kind} ${problem.text}`, { problem, keys: [key] });
      else known.keys.push(key);
    }
  return [...found.values()].sort(
    (a, b) =>
      order.indexOf(a.problem.kind) - order.indexOf(b.problem.kind) ||
      (a.keys[0] < b.keys[0] ? -1 : a.keys[0] > b.keys[0] ? 1 : 0),
  );
}

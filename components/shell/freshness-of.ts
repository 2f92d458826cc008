import type { AgentView } from '@/lib/snapshot/agent-view';
import type { SourceView } from '@/lib/snapshot/source-view';
import { isCutOff, type LiveState } from '@/lib/queries/live-updates';

/** How fresh the page is, in the five forms it can take, and the one where nobody is there to ask. */
export type FreshnessForm =
  | { form: 'fresh'; total: number; oldestTimestamp: string }
  | { form: 'asking'; total: number | null }
  | { form: 'silent'; answering: number; total: number; silent: SilentAgent[] }
  | { form: 'paused'; sinceMs: number }
  | { form: 'no-answer'; reason: string }
  | { form: 'no-agents' };

/** An agent whose value shown, if there is one, is older than the last question. */
export type SilentAgent = {
  node: string;
  reason: string;
  hint: string;
  /** Null when it never answered. */
  answeredTimestamp: string | null;
};

/** Gives why an agent counts as silent; null when both its commands were answered, or are being asked for the first time. */
export function silentAgent({ node, answers }: AgentView): SilentAgent | null {
  const failed = [answers['service-list'], answers.status].find(
    ({ stale, problem }) => stale || problem !== null,
  );
  if (failed === undefined) return null;
  return {
    node,
    reason: failed.problem?.title ?? 'Its answer is old',
    hint: failed.problem?.hint ?? '',
    answeredTimestamp: failed.answeredTimestamp,
  };
}

type Known = {
  agents: readonly AgentView[] | undefined;
  source: SourceView | undefined;
  live: LiveState;
  /** What went wrong when the agents were first asked for; null when nothing did. */
  failure: string | null;
};

/** Gives the form of the freshness indicator; the gravest matter wins. */
export function freshnessOf({ agents, source, live, failure }: Known): FreshnessForm {
  if (live.phase === 'paused') return { form: 'paused', sinceMs: live.sinceMs };
  if (agents === undefined && failure !== null) return { form: 'no-answer', reason: failure };
  if (isCutOff(live)) return { form: 'no-answer', reason: 'KPR Explorer does not answer' };
  if (source !== undefined && source.problem !== null)
    return { form: 'no-answer', reason: source.problem.title };
  if (agents === undefined) return { form: 'asking', total: null };
  if (agents.length === 0) return { form: 'no-agents' };

  const silent = agents.flatMap((agent) => silentAgent(agent) ?? []);
  if (silent.length > 0) {
    return { form: 'silent', answering: agents.length - silent.length, total: agents.length, silent };
  }
  const answered = agents.flatMap(({ answers }) => answers['service-list'].answeredTimestamp ?? []);
  const [oldestTimestamp] = answered.toSorted();
  if (answered.length < agents.length || oldestTimestamp === undefined)
    return { form: 'asking', total: agents.length };
  return { form: 'fresh', total: agents.length, oldestTimestamp };
}

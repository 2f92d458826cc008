import type { AgentCommand, AgentView } from '@/lib/snapshot/agent-view';
import type { Problem } from '@/lib/snapshot/source-view';

/** How an agent answers one command: the mark and the words that every place of the pages uses for it. */
export type AgentAnswer = {
  state: 'fresh' | 'stale' | 'silent' | 'pending';
  label: string;
  problem: Problem | null;
};

/** Gives whether an agent answers `command`; "could not ask" is never the same as "nothing there". */
export function agentAnswer(agent: AgentView, command: AgentCommand = 'status'): AgentAnswer {
  const { answeredTimestamp, stale, problem } = agent.answers[command];
  if (answeredTimestamp === null)
    return problem === null
      ? { state: 'pending', label: 'not asked yet', problem }
      : { state: 'silent', label: `no answer: ${problem.title}`, problem };
  return stale || problem !== null
    ? { state: 'stale', label: `old answer: ${problem?.title ?? 'not answered since'}`, problem }
    : { state: 'fresh', label: 'answers', problem };
}

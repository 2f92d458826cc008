import { formatPlural } from '@/lib/format';
import type { AgreementSummary } from '@/lib/snapshot/agreement-view';

/** What the page says first, true when read alone: whether agents agree, and what could not be judged. */
export function agreementSentence({ agents, frontends, problemCount, missingKinds }: AgreementSummary): {
  state: string;
  rest: string;
} {
  if (agents.total === 0) return { state: 'No agent was found.', rest: '' };
  if (missingKinds.length > 0) {
    return {
      state: 'Nothing can be judged:',
      rest: `${missingKinds.join(', ')} may not be read, or not as they are now.`,
    };
  }
  if (agents.judged === 0) return { state: 'No agent can be judged yet.', rest: '' };
  const left = [
    agents.judged === agents.total
      ? null
      : `${formatPlural(agents.total - agents.judged, 'agent')} of ${agents.total} cannot be judged.`,
    frontends.unjudged === 0 ? null : `${formatPlural(frontends.unjudged, 'frontend')} cannot be judged.`,
  ].filter((part) => part !== null);
  return { state: stateOf(agents, frontends, problemCount), rest: left.join(' ') };
}

function stateOf(
  { judged, total }: AgreementSummary['agents'],
  frontends: AgreementSummary['frontends'],
  problemCount: number,
): string {
  if (problemCount === 0) return `${whoIn(judged, total)} exactly what the API asks for.`;
  if (frontends.differing === 0) return 'Every table is as it must be; the settings of agents are not alike.';
  const { differing } = frontends;
  return `In ${differing} of ${formatPlural(frontends.total, 'frontend')} some agent has something else than it must.`;
}

function whoIn(judged: number, total: number): string {
  if (judged === 1) return total === 1 ? 'The agent has' : 'The agent that is compared has';
  if (judged < total) return `The ${judged} agents that are compared have`;
  return judged === 2 ? 'Both agents have' : `All ${judged} agents have`;
}

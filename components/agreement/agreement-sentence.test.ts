import { expect, test } from 'vitest';
import type { AgreementSummary } from '@/lib/snapshot/agreement-view';
import { agreementSentence } from './agreement-sentence';

const view: AgreementSummary = {
  revision: 1,
  checkedAt: null,
  agents: { total: 4, judged: 4, unjudged: [] },
  frontends: { total: 17, agreed: 17, differing: 0, unjudged: 0, doubts: [] },
  missingKinds: [],
  patience: { propagationMs: 4_000, restartMs: 30_000, terminationMs: 60_000 },
  problems: [],
  problemCount: 0,
  expectedCount: 0,
};

function said(change: Partial<AgreementSummary>): string {
  const { state, rest } = agreementSentence({ ...view, ...change });
  return `${state} ${rest}`.trim();
}

test.each<[string, Partial<AgreementSummary>]>([
  ['All 4 agents have exactly what the API asks for.', {}],
  [
    'The 3 agents that are compared have exactly what the API asks for. 1 agent of 4 cannot be judged.',
    { agents: { total: 4, judged: 3, unjudged: [] } },
  ],
  [
    'In 3 of 17 frontends some agent has something else than it must.',
    { problemCount: 4, frontends: { ...view.frontends, differing: 3 } },
  ],
  ['Every table is as it must be; the settings of agents are not alike.', { problemCount: 1 }],
  [
    'Nothing can be judged: services may not be read, or not as they are now.',
    { missingKinds: ['services'] },
  ],
  ['No agent can be judged yet.', { agents: { total: 4, judged: 0, unjudged: [] } }],
  ['No agent was found.', { agents: { total: 0, judged: 0, unjudged: [] } }],
])('%s', (words, change) => {
  expect(said(change)).toBe(words);
});

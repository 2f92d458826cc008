import type { CommandedAgent } from '@/lib/export/mask-agreement';
import { maskAgent, maskDivergence } from '@/lib/export/mask-agreement';
import type { Mask } from '@/lib/export/mask';
import { maskFrontend } from '@/lib/export/mask-frontend';
import type { ReportInput } from '@/lib/export/problem-report';
import type { FrontendView } from '@/lib/snapshot/frontend-view';
import type { ProblemGroup } from './problem-groups';
import { seeItYourself } from './see-it-yourself';
import { severityWords, settingsWord } from './severity-look';

type Known = {
  agents: readonly CommandedAgent[];
  frontends: readonly FrontendView[];
  context: string | null;
};

/** What a report of one problem is made of. Masked, its commands are made of placeholders. */
export function reportInput(problem: ProblemGroup, known: Known, mask: Mask | null): ReportInput {
  const [key] = problem.keys;
  const frontend = known.frontends.find((one) => one.key === key) ?? null;
  const told =
    mask === null
      ? problem
      : { ...maskDivergence(mask, problem), keys: problem.keys.map((one) => mask.addressText(one)) };
  const agents = mask === null ? known.agents : known.agents.map((agent) => maskAgent(mask, agent));
  const context = mask === null ? known.context : mask.nameOrNull('source', known.context);
  return {
    problem: told,
    severityWords: problem.kind === 'settings-differ' ? settingsWord : severityWords[problem.severity],
    frontend: frontend === null || mask === null ? frontend : maskFrontend(mask, frontend),
    commands: seeItYourself(told, agents, context),
  };
}

import { useQuery } from '@tanstack/react-query';
import { formatPlural } from '@/lib/format';
import { agentsQuery } from '@/lib/queries/agents';
import { agreementQuery } from '@/lib/queries/agreement';
import { frontendsQuery, type FrontendSet } from '@/lib/queries/frontends';
import { agentAttention } from '@/lib/snapshot/agent-attention';
import type { AgreementSummary } from '@/lib/snapshot/agreement-view';
import type { AgentList } from '@/lib/snapshot/live-event';

export type RailBadge = { count: number; label: string; tone: 'bad' | 'warn' };

/** Counts the frontends with a problem, and the Services they are of; one without a Service counts as its own. */
export function countWithProblems({ items }: FrontendSet): { services: number; frontends: number } {
  const services = new Set<string>();
  let frontends = 0;
  for (const { problems, service, key } of items) {
    if (problems.length === 0) continue;
    frontends += 1;
    services.add(service === null ? key : `${service.namespace}/${service.name}`);
  }
  return { services: services.size, frontends };
}

/** Gives in how many ways the agents' settings differ: their versions, what they run. */
export function countSettingsThatDiffer({ items, facts }: AgentList): number {
  return agentAttention(items, facts).filter(
    ({ kind }) => kind === 'settings-differ' || kind === 'version-skew',
  ).length;
}

/** Gives how many things differ from what they must be; a Service's frontends with one difference are one. */
export function countDisagreements({ problems }: AgreementSummary): number {
  return new Set(
    problems.map(
      ({ kind, service, difference }) => `${kind} ${service?.namespace}/${service?.name} ${difference}`,
    ),
  ).size;
}

const nothingWrong = { services: 0, frontends: 0 };

/** Gives the counts on the rail. */
export function useRailBadges(): { services?: RailBadge; agreement?: RailBadge; status?: RailBadge } {
  const { data: wrong = nothingWrong } = useQuery({ ...frontendsQuery(), select: countWithProblems });
  const { data: disagreements = 0 } = useQuery({ ...agreementQuery(), select: countDisagreements });
  const { data: differences = 0 } = useQuery({ ...agentsQuery(), select: countSettingsThatDiffer });
  return {
    services: {
      count: wrong.services,
      label: `${formatPlural(wrong.services, 'Service')} with a problem, in ${formatPlural(wrong.frontends, 'frontend')}`,
      tone: 'bad',
    },
    agreement: {
      count: disagreements,
      label: formatPlural(disagreements, 'disagreement'),
      tone: 'bad',
    },
    status: {
      count: differences,
      label: formatPlural(differences, 'difference between agents', 'differences between agents'),
      tone: 'warn',
    },
  };
}

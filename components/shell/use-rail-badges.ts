import { useQuery } from '@tanstack/react-query';
import { formatPlural } from '@/lib/format';
import { agentsQuery } from '@/lib/queries/agents';
import { agreementQuery } from '@/lib/queries/agreement';
import { frontendsQuery, type FrontendSet } from '@/lib/queries/frontends';
import { agentAttention } from '@/lib/snapshot/agent-attention';
import type { AgreementSummary } from '@/lib/snapshot/agreement-view';
import type { AgentList } from '@/lib/snapshot/live-event';

export type RailBadge = { count: number; label: string; tone: 'bad' | 'warn' };

/** Gives how many Services have a frontend with a problem; a frontend without a Service counts as its own. */
export function countServicesWithProblems({ items }: FrontendSet): number {
  const services = new Set<string>();
  for (const { problems, service, key } of items) {
    if (problems.length > 0) services.add(service === null ? key : `${service.namespace}/${service.name}`);
  }
  return services.size;
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

/** Gives the counts on the rail. */
export function useRailBadges(): { services?: RailBadge; agreement?: RailBadge; status?: RailBadge } {
  const { data: count = 0 } = useQuery({ ...frontendsQuery(), select: countServicesWithProblems });
  const { data: disagreements = 0 } = useQuery({ ...agreementQuery(), select: countDisagreements });
  const { data: differences = 0 } = useQuery({ ...agentsQuery(), select: countSettingsThatDiffer });
  return {
    services: {
      count,
      label: `${formatPlural(count, 'Service')} with a problem`,
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

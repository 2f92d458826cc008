import { useQuery } from '@tanstack/react-query';
import { formatPlural } from '@/lib/format';
import { frontendsQuery, type FrontendSet } from '@/lib/queries/frontends';

export type RailBadge = { count: number; label: string; tone: 'bad' | 'warn' };

/** Gives how many Services have a frontend with a problem; a frontend without a Service counts as its own. */
export function countServicesWithProblems({ items }: FrontendSet): number {
  const services = new Set<string>();
  for (const { problems, service, key } of items) {
    if (problems.length > 0) services.add(service === null ? key : `${service.namespace}/${service.name}`);
  }
  return services.size;
}

/** Gives the counts on the rail. */
export function useRailBadges(): { services?: RailBadge; status?: RailBadge } {
  const { data: count = 0 } = useQuery({ ...frontendsQuery(), select: countServicesWithProblems });
  return {
    services: {
      count,
      label: `${formatPlural(count, 'Service')} with a problem`,
      tone: 'bad',
    },
  };
}

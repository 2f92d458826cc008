'use client';

import { useQuery } from '@tanstack/react-query';
import { Button } from '@/components/ui/button';
import { agentsQuery } from '@/lib/queries/agents';
import { frontendsQuery } from '@/lib/queries/frontends';
import type { AgentView } from '@/lib/snapshot/agent-view';
import type { FrontendView } from '@/lib/snapshot/frontend-view';

type UseProps<Parameters> = {
  /** What it fills in: `Coverage and version as agents report them`. */
  takes: string;
  /** What is missing where the agents do not say enough. */
  lacks?: string;
  onUse: (parameters: Parameters) => void;
};

type UseButtonProps<Parameters> = UseProps<Parameters> & {
  /** What the cluster gives; null where that is nothing, or not known yet. */
  parameters: Parameters | null;
  hasFailed: boolean;
};

/** Fills a simulator with what this cluster gives; says why where it cannot. */
export function UseMyClusterButton<Parameters>(props: UseButtonProps<Parameters>) {
  const { parameters, hasFailed, takes, lacks = 'No agent has reported its settings yet.', onUse } = props;
  const whyNot = hasFailed ? 'The cluster could not be asked.' : lacks;
  return (
    <Button
      disabled={parameters === null}
      title={parameters === null ? whyNot : takes}
      onClick={() => {
        if (parameters !== null) onUse(parameters);
      }}
    >
      Use my cluster
    </Button>
  );
}

type UseMyAgentsProps<Parameters> = UseProps<Parameters> & {
  read: (agents: readonly AgentView[]) => Parameters | null;
};

/** Fills a simulator with what this cluster's agents report of themselves. */
export function UseMyAgents<Parameters>({ read, ...props }: UseMyAgentsProps<Parameters>) {
  const { data, isError } = useQuery(agentsQuery());
  const parameters = data === undefined ? null : read(data.items);
  return <UseMyClusterButton {...props} parameters={parameters} hasFailed={isError} />;
}

type UseMyServicesProps<Parameters> = UseProps<Parameters> & {
  read: (agents: readonly AgentView[], frontends: readonly FrontendView[]) => Parameters | null;
};

/** Fills a simulator with what this cluster's agents report, and with a Service of its own. */
export function UseMyServices<Parameters>({ read, ...props }: UseMyServicesProps<Parameters>) {
  const agents = useQuery(agentsQuery());
  const frontends = useQuery(frontendsQuery());
  const isKnown = agents.data !== undefined && frontends.data !== undefined;
  const parameters = isKnown ? read(agents.data.items, frontends.data.items) : null;
  return (
    <UseMyClusterButton {...props} parameters={parameters} hasFailed={agents.isError || frontends.isError} />
  );
}

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { agentsQuery } from '@/lib/queries/agents';
import { frontendsQuery } from '@/lib/queries/frontends';
import { sourceQuery } from '@/lib/queries/source';
import { findAttention } from '@/lib/snapshot/attention';

/** Gives what wants a look, out of what the page holds; pending until source, agents and frontends are known. */
export function useAttention() {
  const source = useQuery(sourceQuery());
  const agents = useQuery(agentsQuery());
  const frontends = useQuery(frontendsQuery());
  const data = useMemo(() => {
    if (source.data === undefined || agents.data === undefined || frontends.data === undefined)
      return undefined;
    return findAttention({
      source: source.data,
      agents: agents.data.items,
      facts: agents.data.facts,
      frontends: frontends.data.items,
    });
  }, [source.data, agents.data, frontends.data]);
  const failed = [source, agents, frontends].find(({ error }) => error !== null);
  return {
    data,
    error: failed?.error ?? null,
    isFetching: failed?.isFetching ?? false,
    refetch: () => failed?.refetch(),
  };
}

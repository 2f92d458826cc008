'use client';

import { useMemo, useState } from 'react';
import type { AgentView } from '@/lib/snapshot/agent-view';
import type { FrontendView } from '@/lib/snapshot/frontend-view';
import { countFacets } from './filter/facets';
import { FrontendIndexer } from './filter/frontend-indexer';
import { matchFrontends } from './filter/match-frontends';
import { countShown } from './filter/service-counts';
import { shownGroups } from './filter/shown-groups';
import { groupRows } from './group/group-rows';
import { specialEnds } from './map/special-ends';
import { answeringNodes, nodeFacts, nodeRows } from './node-facts';
import type { ServicesUrl } from './use-services-url';
import { useWarmSearch } from './use-warm-search';

/** Everything the page shows, from what agents say and what the URL asks for. The same object while nothing changes. */
export function useServicesModel(
  frontends: readonly FrontendView[],
  agents: readonly AgentView[],
  url: ServicesUrl,
) {
  const { q, type, state, ns, node, problems, group } = url;
  const filter = useMemo(
    () => ({ q, type, state, ns, node, problems }),
    [q, type, state, ns, node, problems],
  );
  const [indexer] = useState(() => new FrontendIndexer());
  useWarmSearch(frontends);
  const index = useMemo(() => indexer.index(frontends), [frontends, indexer]);
  const list = useMemo(() => {
    const failed = matchFrontends(index, filter);
    return {
      filter,
      ownerByKey: index.ownerByKey,
      groups: shownGroups(index, failed),
      facets: countFacets(index, failed, filter),
      counts: countShown(index, failed, filter.problems, agents.length),
    };
  }, [index, filter, agents.length]);
  const mapGroups = useMemo(() => groupRows(list.groups, group), [list.groups, group]);
  const rows = useMemo(() => nodeRows(frontends, indexer.ids), [frontends, indexer]);
  const nodes = useMemo(
    () => ({ nodes: nodeFacts(agents, rows), answering: answeringNodes(agents) }),
    [agents, rows],
  );
  const ends = useMemo(() => specialEnds(index), [index]);
  return useMemo(() => ({ ...list, mapGroups, ...nodes, ...ends }), [list, mapGroups, nodes, ends]);
}

export type ServicesModel = ReturnType<typeof useServicesModel>;

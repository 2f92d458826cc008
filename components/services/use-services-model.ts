'use client';

import { useMemo } from 'react';
import type { AgentView } from '@/lib/snapshot/agent-view';
import type { FrontendView } from '@/lib/snapshot/frontend-view';
import { countFacets } from './filter/facets';
import { matchFrontends } from './filter/match-frontends';
import { nodeEndOf } from './map/node-column';
import { backendKey, groupFrontends, owners } from './map/service-block';
import { answeringNodes, nodeFacts } from './node-facts';
import type { ServicesUrl } from './use-services-url';

/** Everything the page shows, from what agents say and what the URL asks for. */
export function useServicesModel(
  frontends: readonly FrontendView[],
  agents: readonly AgentView[],
  url: ServicesUrl,
) {
  const { q, type, state, ns, node, problems } = url;
  const filter = useMemo(
    () => ({ q, type, state, ns, node, problems }),
    [q, type, state, ns, node, problems],
  );
  const ownerByKey = useMemo(() => owners(frontends), [frontends]);
  const shown = useMemo(() => matchFrontends(frontends, ownerByKey, filter), [frontends, ownerByKey, filter]);
  const groups = useMemo(() => groupFrontends(shown, ownerByKey), [shown, ownerByKey]);
  const facets = useMemo(() => countFacets(frontends, ownerByKey, filter), [frontends, ownerByKey, filter]);
  const nodes = useMemo(() => nodeFacts(agents, frontends), [agents, frontends]);
  const answering = useMemo(() => answeringNodes(agents), [agents]);
  const ends = useMemo(() => specialEnds(frontends), [frontends]);
  const backendCount = useMemo(() => countDistinctBackends(frontends), [frontends]);
  const shownBackendCount = useMemo(() => countDistinctBackends(shown), [shown]);
  const checkedCount = useMemo(
    () => (filter.problems ? matchFrontends(frontends, ownerByKey, filter, 'problems').length : null),
    [frontends, ownerByKey, filter],
  );
  const counts = { backendCount, shownBackendCount, checkedCount };
  return { filter, ownerByKey, shown, groups, facets, nodes, answering, ...ends, ...counts };
}

function countDistinctBackends(frontends: readonly FrontendView[]): number {
  return new Set(frontends.flatMap(({ backends }) => backends.map(backendKey))).size;
}

export type ServicesModel = ReturnType<typeof useServicesModel>;

function specialEnds(frontends: readonly FrontendView[]): {
  ends: ('gone' | 'outside')[];
  goneCount: number;
} {
  const gone = new Set<string>();
  let outside = false;
  for (const frontend of frontends) {
    for (const backend of frontend.backends) {
      const end = nodeEndOf(frontend, backend);
      if (end === 'gone') gone.add(backendKey(backend));
      else if (end === 'outside') outside = true;
    }
  }
  return {
    ends: [...(gone.size > 0 ? (['gone'] as const) : []), ...(outside ? (['outside'] as const) : [])],
    goneCount: gone.size,
  };
}

'use client';

import { useMemo, useState } from 'react';
import type { AgentView } from '@/lib/snapshot/agent-view';
import type { FrontendView } from '@/lib/snapshot/frontend-view';
import { BackendIds } from './filter/backend-ids';
import { countBackends } from './filter/count-backends';
import { countFacets } from './filter/facets';
import type { FrontendIndex } from './filter/frontend-index';
import { indexFrontends } from './filter/frontend-index';
import { matchFrontends, passes } from './filter/match-frontends';
import { shownGroups } from './filter/shown-groups';
import { nodeEndOf } from './map/node-column';
import { answeringNodes, nodeFacts, nodeRows } from './node-facts';
import type { ServicesUrl } from './use-services-url';
import { useWarmSearch } from './use-warm-search';

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
  const [ids] = useState(() => new BackendIds());
  useWarmSearch(frontends);
  const index = useMemo(() => indexFrontends(frontends, ids), [frontends, ids]);
  const failed = useMemo(() => matchFrontends(index, filter), [index, filter]);
  const groups = useMemo(() => shownGroups(index, failed), [index, failed]);
  const facets = useMemo(() => countFacets(index, failed, filter), [index, failed, filter]);
  const counts = useMemo(() => countShown(index, failed, filter.problems), [index, failed, filter.problems]);
  const backendCount = useMemo(() => countBackends(index.slots, () => true).different, [index]);
  const rows = useMemo(() => nodeRows(frontends, ids), [frontends, ids]);
  const nodes = useMemo(() => nodeFacts(agents, rows), [agents, rows]);
  const answering = useMemo(() => answeringNodes(agents), [agents]);
  const ends = useMemo(() => specialEnds(index), [index]);
  const { ownerByKey } = index;
  return { filter, ownerByKey, groups, facets, nodes, answering, backendCount, ...ends, ...counts };
}

export type ServicesModel = ReturnType<typeof useServicesModel>;

/** How much is shown; and how much was looked through for problems, where only these are asked for. */
function countShown(index: FrontendIndex, failed: Uint8Array, onlyProblems: boolean) {
  const shownCount = failed.reduce((count, bits) => count + Number(passes(bits)), 0);
  const checkedCount = onlyProblems
    ? failed.reduce((count, bits) => count + Number(passes(bits, 'problems')), 0)
    : null;
  const shownBackendCount = countBackends(index.slots, (at) => passes(failed[at])).different;
  return { shownCount, checkedCount, shownBackendCount };
}

/** Ends of links that are no node: only where a link leads there. */
function specialEnds({ rows, slots }: FrontendIndex): {
  ends: ('gone' | 'outside')[];
  goneCount: number;
} {
  const gone = new Uint8Array(slots.idCount);
  let goneCount = 0;
  let outside = false;
  for (const [at, { view }] of rows.entries()) {
    const start = slots.starts[at] ?? 0;
    for (const [slot, backend] of view.backends.entries()) {
      const end = nodeEndOf(view, backend);
      const id = slots.ids[start + slot] ?? 0;
      if (end === 'outside') outside = true;
      else if (end === 'gone' && gone[id] === 0) {
        gone[id] = 1;
        goneCount += 1;
      }
    }
  }
  return {
    ends: [...(goneCount > 0 ? (['gone'] as const) : []), ...(outside ? (['outside'] as const) : [])],
    goneCount,
  };
}

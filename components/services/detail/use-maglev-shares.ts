'use client';

import { useMemo } from 'react';
import type { AgentView } from '@/lib/snapshot/agent-view';
import type { FrontendDetail } from '@/lib/snapshot/frontend-view';
import type { MaglevShares } from '@/lib/snapshot/trace/maglev-shares-of';
import { maglevSharesOf } from '@/lib/snapshot/trace/maglev-shares-of';

/**
 * Gives the Maglev shares of a frontend's backends; null where Maglev does not choose, or where each node has backends
 * of its own and so a table of its own.
 */
export function useMaglevShares(
  { frontend, policies, apiBackends }: FrontendDetail,
  agents: readonly AgentView[],
): MaglevShares | null {
  const agent = agents.find(({ node, status }) => status !== null && frontend.nodes.includes(node));
  return useMemo(
    () =>
      agent === undefined || frontend.ownBackends
        ? null
        : maglevSharesOf(frontend, agent, policies?.annotations ?? {}, apiBackends),
    [agent, frontend, policies, apiBackends],
  );
}

'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { agentsQuery } from '@/lib/queries/agents';
import type { AgentView } from '@/lib/snapshot/agent-view';
import type { AgentList } from '@/lib/snapshot/live-event';
import { areSameButTimes } from '@/lib/snapshot/same-agents';

/** Gives the list that was given before as long as the new one says the same but for times. */
function keeper(): (list: AgentList) => AgentView[] {
  let kept: AgentView[] = [];
  return ({ items }) => (kept = areSameButTimes(kept, items) ? kept : items);
}

/**
 * The agents; null while there is no answer. The list is the same while nothing but the times of answers changed, so
 * that a sweep of a hundred agents does not draw ten thousand rows again. Who shows such a time asks for it itself.
 */
export function useSteadyAgents(): AgentView[] | null {
  const [select] = useState(keeper);
  return useQuery({ ...agentsQuery(), select, structuralSharing: false }).data ?? null;
}

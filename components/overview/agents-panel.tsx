'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { nodeFacts, nodeRows, type NodeFacts } from '@/components/services/node-facts';
import { silentAgent } from '@/components/shell/freshness-of';
import { PendingBars } from '@/components/state/pending-bars';
import { QueryPanel } from '@/components/state/query-panel';
import { PanelMessage } from '@/components/ui/panel-message';
import { TextButton } from '@/components/ui/text-link';
import { formatCount, formatPlural } from '@/lib/format';
import { agentsQuery } from '@/lib/queries/agents';
import { frontendsQuery, type FrontendSet } from '@/lib/queries/frontends';
import type { AgentView } from '@/lib/snapshot/agent-view';
import { againstApi, agentSettings, commonSettings, deviates } from './agent-row';
import { AgentsTable, type AgentRow } from './agents-table';

const MOST_ROWS = 12;

function agentRows(agents: readonly AgentView[], frontends: FrontendSet | undefined): AgentRow[] {
  const facts = new Map<string, NodeFacts>(
    nodeFacts(agents, nodeRows(frontends?.items ?? [])).map((fact) => [fact.node, fact]),
  );
  const common = commonSettings(agents.map(agentSettings));
  return agents.map((agent) => {
    const settings = agentSettings(agent);
    return {
      agent,
      silent: silentAgent(agent),
      settings,
      deviating: {
        version: deviates(settings, common, 'version'),
        kpr: deviates(settings, common, 'kpr'),
        mode: deviates(settings, common, 'mode'),
        selection: deviates(settings, common, 'selection'),
      },
      against: frontends === undefined ? { kind: 'unknown' } : againstApi(agent, facts.get(agent.node)),
    };
  });
}

/** True where a row deserves its place among the first even in a large cluster. */
function wantsALook({ silent, against, deviating }: AgentRow): boolean {
  return silent !== null || against.kind === 'differs' || Object.values(deviating).some(Boolean);
}

function firstWords(differing: number): string {
  if (differing === 0) return 'None differs and none is silent; these are the first by name. ';
  return differing === 1
    ? 'The one that differs or is silent comes first. '
    : `The ${formatCount(differing)} that differ or are silent come first. `;
}

/** Every agent: what it runs, what it says, how long ago and how fast. In a large cluster those that differ come first. */
export function AgentsPanel({ className }: { className?: string }) {
  const query = useQuery(agentsQuery());
  const frontends = useQuery(frontendsQuery()).data;
  const [all, setAll] = useState(false);
  return (
    <QueryPanel
      tour="agents"
      title="Agents"
      query={query}
      className={className}
      aside={
        query.data !== undefined && query.data.items.length > MOST_ROWS ? query.data.items.length : undefined
      }
      pending={<PendingBars widths={[100, 96, 98]} ruled />}
      empty={({ items }) =>
        items.length === 0 ? (
          <PanelMessage fact="No agents.">
            No pod with the label <code className="mono text-text">k8s-app=cilium</code> was found. Is Cilium
            installed in this cluster, and may you list pods in its namespace?
          </PanelMessage>
        ) : null
      }
    >
      {({ items }) => {
        const rows = agentRows(items, frontends);
        const first = rows.filter(wantsALook);
        const shown =
          all || rows.length <= MOST_ROWS
            ? rows
            : [...first, ...rows.filter((row) => !wantsALook(row))].slice(0, MOST_ROWS);
        return (
          <>
            <AgentsTable rows={shown} scrolls={all && rows.length > MOST_ROWS} />
            {rows.length > MOST_ROWS && (
              <p className="mt-2 text-small text-muted">
                {all ? `All ${formatPlural(rows.length, 'agent')}, by name. ` : firstWords(first.length)}
                <TextButton onClick={() => setAll(!all)}>
                  {all ? 'Show fewer' : `Show all ${rows.length}`}
                </TextButton>
              </p>
            )}
          </>
        );
      }}
    </QueryPanel>
  );
}

'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { stripColumns } from '@/components/status/strip/strip-columns';
import { stripMajority, stripRows } from '@/components/status/strip/strip-rows';
import { PendingBars } from '@/components/state/pending-bars';
import { QueryPanel } from '@/components/state/query-panel';
import { PanelMessage } from '@/components/ui/panel-message';
import { StateMark } from '@/components/ui/state-mark';
import { formatCount } from '@/lib/format';
import { paths } from '@/lib/paths';
import { agentsQuery } from '@/lib/queries/agents';
import type { AgentView } from '@/lib/snapshot/agent-view';

/** The settings agents should share, each with the way to its explanation. Devices are a node's own. */
export function SettingsPanel({ className }: { className?: string }) {
  const query = useQuery(agentsQuery());
  return (
    <QueryPanel
      title="What runs"
      aside="KubeProxyReplacement, as the agents report it"
      query={query}
      className={className}
      pending={<PendingBars widths={[52, 60, 56, 48, 62, 58, 54, 50]} row="h-6" />}
      empty={({ items }) =>
        items.every(({ status }) => status === null) ? (
          <PanelMessage fact="Not known.">No agent has given its status yet.</PanelMessage>
        ) : null
      }
    >
      {({ items }) => <Settings agents={items} />}
    </QueryPanel>
  );
}

function Settings({ agents }: { agents: readonly AgentView[] }) {
  const rows = stripRows(agents);
  return (
    <dl>
      {stripColumns.map(({ field, head }, column) => {
        if (field === 'devices') return null;
        const { differs, text, count, answered } = stripMajority(rows, column);
        return (
          <div
            key={field}
            className="grid min-h-6 grid-cols-[7.25rem_minmax(0,1fr)] items-center gap-x-3 max-desk:min-h-11"
          >
            <dt>
              <Link
                href={`${paths.status}?field=${field}`}
                className="text-muted hover:text-accent-text hover:underline max-desk:flex max-desk:min-h-11 max-desk:items-center"
              >
                {head}
              </Link>
            </dt>
            <dd className="min-w-0">
              {answered === 0 ? (
                <span className="text-faint">not reported</span>
              ) : differs ? (
                <span className="flex items-center gap-1.75 text-warn">
                  <StateMark mark="differs" tone="warn" label={null} />
                  {`${text} on ${formatCount(count)} of ${formatCount(answered)}`}
                </span>
              ) : (
                text
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

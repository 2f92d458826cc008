'use client';

import { useQuery } from '@tanstack/react-query';
import { useQueryStates } from 'nuqs';
import { PageHead } from '@/components/shell/page-head';
import { PendingBars } from '@/components/state/pending-bars';
import { PanelMessage } from '@/components/ui/panel-message';
import { agentsQuery } from '@/lib/queries/agents';
import { sourceQuery } from '@/lib/queries/source';
import { CompareSelect } from './compare/compare-select';
import { CouldNotAsk } from './details/could-not-ask';
import { NodeSwitch } from './node-switch';
import { StatusOfAgents } from './status-of-agents';
import { statusParams } from './status-url';

/** What each agent says it runs, and what every line of it means. */
export function StatusPage() {
  const agents = useQuery(agentsQuery());
  const source = useQuery(sourceQuery());
  const [url, setUrl] = useQueryStates(statusParams, { history: 'replace' });
  const items = agents.data?.items;
  const agent =
    items?.find(({ node }) => node === url.node) ??
    items?.find(({ status }) => status !== null) ??
    items?.[0];
  return (
    <>
      <PageHead
        title="Status"
        facts={<span>What each agent says it runs</span>}
        actions={
          items !== undefined &&
          agent !== undefined && (
            <>
              <NodeSwitch agents={items} node={agent.node} onNode={(node) => void setUrl({ node })} />
              <CompareSelect
                agents={items}
                agent={agent}
                compare={url.compare}
                version={url.version}
                onCompare={(to) => void setUrl(to)}
              />
            </>
          )
        }
      />
      {items === undefined ? (
        <div className="px-4 desk:px-6">
          {agents.error === null ? (
            <PendingBars row="h-6" widths={[100, 100, 100]} ruled />
          ) : (
            <CouldNotAsk error={agents.error} problem={null} onRetry={() => void agents.refetch()} />
          )}
        </div>
      ) : agent === undefined ? (
        <div className="px-4 desk:px-6">
          {source.data?.problem ? (
            <CouldNotAsk error={null} problem={source.data.problem} />
          ) : (
            <PanelMessage fact="No agent found.">
              No pod with the label k8s-app=cilium runs in {source.data?.namespace ?? 'any namespace'} of this
              cluster, or none may be listed.
            </PanelMessage>
          )}
        </div>
      ) : (
        <StatusOfAgents agents={items} agent={agent} url={url} setUrl={setUrl} />
      )}
    </>
  );
}

'use client';

import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { PageHead } from '@/components/shell/page-head';
import { PendingBars } from '@/components/state/pending-bars';
import { QueryPanel } from '@/components/state/query-panel';
import { CouldNotAsk } from '@/components/status/details/could-not-ask';
import { NodeSwitch } from '@/components/status/node-switch';
import { PanelMessage } from '@/components/ui/panel-message';
import { TextLink } from '@/components/ui/text-link';
import { formatPlural } from '@/lib/format';
import { paths } from '@/lib/paths';
import { agentsQuery } from '@/lib/queries/agents';
import { frontendsQuery } from '@/lib/queries/frontends';
import type { AgentView } from '@/lib/snapshot/agent-view';
import { NodeFrontends } from './node-frontends';
import { NodeAnswers, NodeIdentity } from './node-identity';
import { NodeProblems } from './node-problems';
import { NodeStatusPanel } from './node-status-panel';

/** One agent: who it is, what it says of itself, what is wrong, and its own table. */
export function NodePage({ node }: { node: string }) {
  const router = useRouter();
  const agents = useQuery(agentsQuery());
  const agent = agents.data?.items.find((one) => one.node === node);
  return (
    <>
      <PageHead
        title={node}
        facts={
          agent !== undefined && (
            <>
              <span>
                Cilium <b>{agent.version ?? 'of unknown version'}</b>
              </span>
              <span>
                <TextLink href={`${paths.status}?node=${encodeURIComponent(node)}`}>
                  Status explained
                </TextLink>
              </span>
            </>
          )
        }
        actions={
          agents.data !== undefined &&
          agent !== undefined && (
            <NodeSwitch
              agents={agents.data.items}
              node={node}
              onNode={(next) => router.push(paths.node(next))}
            />
          )
        }
      />
      <div className="px-4 pb-8 desk:px-6">
        {agent !== undefined ? (
          <AgentPanels key={node} agent={agent} />
        ) : agents.error !== null ? (
          <CouldNotAsk error={agents.error} problem={null} onRetry={() => void agents.refetch()} />
        ) : agents.data === undefined ? (
          <PendingBars widths={[30, 70, 66, 72, 60, 68]} ruled />
        ) : (
          <PanelMessage fact={`No agent runs on ${node}.`}>
            {agents.data.items.length === 0
              ? 'No agent was found at all.'
              : `Agents run on ${formatPlural(agents.data.items.length, 'other node')}.`}{' '}
            <TextLink href={paths.overview}>Overview</TextLink>
          </PanelMessage>
        )}
      </div>
    </>
  );
}

function section(title: string, body: ReactNode): ReactNode {
  return (
    <section key={title} className="mb-5">
      <h2 className="mb-1.5 text-body font-semibold">{title}</h2>
      {body}
    </section>
  );
}

function AgentPanels({ agent }: { agent: AgentView }) {
  const frontends = useQuery(frontendsQuery());
  const table = agent.answers['service-list'];
  return (
    <div className="gap-x-8 border-t border-line pt-4 min-[65rem]:grid min-[65rem]:grid-cols-[minmax(0,1fr)_25.75rem]">
      <div className="min-w-0">
        <NodeProblems agent={agent} frontends={frontends.data?.items ?? []} />
        <QueryPanel
          title="Frontends"
          aside={
            agent.frontendCount === null
              ? 'its table is not known'
              : `${formatPlural(agent.frontendCount, 'row')}, ${formatPlural(agent.backendCount ?? 0, 'backend')}`
          }
          query={frontends}
          pending={<PendingBars row="h-6.5" widths={[88, 92, 70, 84, 90, 76, 88]} />}
          stale={() => (table.stale ? (table.problem?.title ?? 'not answered since') : null)}
          empty={() =>
            agent.frontendCount === null && table.problem !== null ? (
              <CouldNotAsk error={null} problem={table.problem} />
            ) : null
          }
          className="mb-6"
        >
          {({ items }) => <NodeFrontends frontends={items} node={agent.node} />}
        </QueryPanel>
      </div>
      <div className="min-w-0 min-[65rem]:border-l min-[65rem]:border-line min-[65rem]:pl-8">
        {section('Agent', <NodeIdentity agent={agent} />)}
        {section('Answers', <NodeAnswers agent={agent} />)}
        <NodeStatusPanel agent={agent} section={section} />
      </div>
    </div>
  );
}

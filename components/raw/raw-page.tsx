'use client';

import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { PageHead } from '@/components/shell/page-head';
import { PendingBars } from '@/components/state/pending-bars';
import { CouldNotAsk } from '@/components/status/details/could-not-ask';
import { NodeSwitch } from '@/components/status/node-switch';
import { PanelMessage } from '@/components/ui/panel-message';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { TextLink } from '@/components/ui/text-link';
import { paths } from '@/lib/paths';
import { agentsQuery } from '@/lib/queries/agents';
import { rawQuery } from '@/lib/queries/raw';
import { sourceQuery } from '@/lib/queries/source';
import type { AgentCommand } from '@/lib/snapshot/agent-view';
import { RawAnswer } from './raw-answer';

/** What one agent printed for one command: every byte, with the command that asked for it. */
export function RawPage({ node, command }: { node: string; command: AgentCommand }) {
  const router = useRouter();
  const agents = useQuery(agentsQuery());
  const raw = useQuery(rawQuery(node, command));
  const source = useQuery(sourceQuery()).data;
  const known = agents.data?.items.some((agent) => agent.node === node);
  return (
    <>
      <PageHead
        title="Raw"
        facts={
          <span>
            <TextLink href={paths.node(node)}>{node}</TextLink>
          </span>
        }
        actions={
          <div className="flex flex-wrap items-center gap-3">
            <SegmentedControl
              label="Command"
              segments={[
                { value: 'status', label: 'status' },
                { value: 'service-list', label: 'service list' },
              ]}
              value={command}
              onValueChange={(next) => router.push(paths.raw(node, next))}
            />
            {agents.data !== undefined && known === true && (
              <NodeSwitch
                agents={agents.data.items}
                node={node}
                onNode={(next) => router.push(paths.raw(next, command))}
              />
            )}
          </div>
        }
      />
      <div className="px-4 pb-6 desk:px-6">
        {raw.data !== undefined ? (
          <RawAnswer
            answer={raw.data}
            command={command}
            training={source?.kind === 'training'}
            error={raw.error}
            newer={{ isThere: raw.isStale, isFetching: raw.isFetching, show: () => void raw.refetch() }}
          />
        ) : raw.error !== null ? (
          <CouldNotAsk error={raw.error} problem={null} onRetry={() => void raw.refetch()} />
        ) : known === false ? (
          <PanelMessage fact={`No agent runs on ${node}.`}>
            It may have been removed, or the link is old.
          </PanelMessage>
        ) : (
          <PendingBars row="h-5" widths={[40, 62, 90, 55, 34, 30, 42, 48, 60, 38, 44, 36]} />
        )}
      </div>
    </>
  );
}

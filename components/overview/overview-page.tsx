'use client';

import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { tourHref, tourLength } from '@/components/learn/tour/tour-href';
import { PageHead } from '@/components/shell/page-head';
import { buttonClass } from '@/components/ui/button';
import { agentsQuery } from '@/lib/queries/agents';
import { sourceQuery } from '@/lib/queries/source';
import { AgentsPanel } from './agents-panel';
import { AttentionPanel } from './attention-panel';
import { ClusterPanel } from './cluster-panel';
import { LatelyPanel } from './lately-panel';
import { NamespacesPanel } from './namespaces-panel';
import { OverviewCharts } from './overview-charts';
import { overviewSentence } from './overview-sentence';
import { useAttention } from './use-attention';

/** The words on every field come with it: it is loaded apart. */
const SettingsPanel = dynamic(() => import('./settings-panel').then((panel) => panel.SettingsPanel));

/** Where two columns do not fit, there is one, in this order: attention, agents, charts, namespaces, changes, cluster, settings. */
const section = 'border-t border-line px-4 pt-3.5 pb-4 desk:px-6 @min-[78rem]:first:border-t-0';
const column = 'contents @min-[78rem]:block @min-[78rem]:min-w-0';

/** The first page: one true sentence, what needs attention, every agent, and what the cluster holds. */
export function OverviewPage() {
  const agents = useQuery(agentsQuery()).data?.items;
  const isTraining = useQuery(sourceQuery()).data?.kind === 'training';
  return (
    <>
      <PageHead title="Overview" actions={isTraining && <TourLink />} />
      <Sentence />
      <div className="@container">
        <div className="flex flex-col @min-[78rem]:grid @min-[78rem]:min-h-[calc(100dvh-8.25rem)] @min-[78rem]:grid-cols-[minmax(0,1fr)_25.75rem] @min-[78rem]:border-t @min-[78rem]:border-line">
          <div className={column}>
            <AgentsPanel className={clsx(section, 'order-2')} />
            <div className={clsx(section, 'order-3')}>
              <OverviewCharts nodeCount={agents?.length ?? 0} />
            </div>
            <NamespacesPanel className={clsx(section, 'order-4')} />
            <LatelyPanel className={clsx(section, 'order-5')} />
          </div>
          <div className={clsx(column, '@min-[78rem]:border-l @min-[78rem]:border-line')}>
            <AttentionPanel className={clsx(section, 'order-1')} />
            <ClusterPanel className={clsx(section, 'order-6')} />
            <SettingsPanel className={clsx(section, 'order-7')} />
          </div>
        </div>
      </div>
    </>
  );
}

/** Who looks at the training cluster is likely new here. */
function TourLink() {
  return (
    <Link href={tourHref(1)} className={buttonClass({ size: 'small' })}>
      Guided tour, {tourLength} stops
    </Link>
  );
}

/** One line that is always there: it holds its place while nothing is known. */
function Sentence() {
  const agents = useQuery(agentsQuery());
  const attention = useAttention();
  const text = 'px-4 pb-4 text-lead text-pretty text-muted -mt-2 desk:px-6';
  if (agents.data === undefined || attention.data === undefined) {
    return (
      <p className={text}>
        {agents.isError ? 'KPR Explorer could not be asked what it knows.' : 'Asking the agents.'}
      </p>
    );
  }
  const sentence = overviewSentence(agents.data.items, attention.data);
  return (
    <p className={text}>
      {sentence.state} <strong className="font-medium text-text">{sentence.attention}</strong>
    </p>
  );
}

'use client';

import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { GuidedTour } from '@/components/learn/tour/guided-tour';
import { NodeNamesProvider } from '@/components/ui/node-name';
import { agentNodeNames, agentsQuery } from '@/lib/queries/agents';
import { PresenterView } from './presenter/presenter-view';
import { Rail } from './rail';
import type { Theme } from './theme';
import { TopBar } from './top-bar';

const noNames: string[] = [];

type AppShellProps = { theme: Theme; presenter: boolean; children: ReactNode };

/** The frame every page shares: rail, bar, and the page as the main landmark. */
export function AppShell({ theme, presenter, children }: AppShellProps) {
  const { data: nodeNames = noNames } = useQuery({ ...agentsQuery(), select: agentNodeNames });
  return (
    <NodeNamesProvider names={nodeNames}>
      <a
        href="#main"
        className="fixed top-2 left-2 z-50 -translate-y-16 rounded-control border border-accent bg-surface px-3 py-3 font-medium text-accent-text focus:translate-y-0"
      >
        Skip to the page
      </a>
      <div className="grid min-h-dvh grid-cols-1 grid-rows-[var(--bar)_1fr] max-desk:pb-(--bottom-bar) desk:grid-cols-[var(--rail)_minmax(0,1fr)]">
        <Rail />
        <TopBar theme={theme} presenter={presenter} />
        <main id="main" tabIndex={-1} className="min-w-0 outline-none">
          {children}
        </main>
      </div>
      <PresenterView presenter={presenter} />
      <GuidedTour />
    </NodeNamesProvider>
  );
}

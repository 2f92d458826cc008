'use client';

import { useQuery } from '@tanstack/react-query';
import { ChevronsUpDown } from 'lucide-react';
import { Popover } from 'radix-ui';
import { sourceQuery } from '@/lib/queries/source';
import type { SourceView } from '@/lib/snapshot/source-view';

const kinds: Record<SourceView['kind'], string> = {
  training: 'the built-in training cluster',
  kubeconfig: 'a context of your kubeconfig',
  'in-cluster': 'the cluster this runs in',
};

/** Says which cluster is looked at, always; opened, how it got there. */
export function SourceButton() {
  const { data: source } = useQuery(sourceQuery());
  if (source === undefined) {
    return <span className="px-2 font-medium whitespace-nowrap text-muted">Which cluster?</span>;
  }
  const context = secondName(source);
  return (
    <Popover.Root>
      <Popover.Trigger
        data-tour="source"
        className="target flex h-8 min-w-0 items-center gap-2 rounded-control px-2 font-medium whitespace-nowrap hover:bg-row-hover"
      >
        <span className="sr-only">Looking at </span>
        <span className="truncate">{source.title}</span>
        {context !== null && (
          <span className="hidden shrink-99 truncate font-normal text-muted desk:block">{context}</span>
        )}
        <ChevronsUpDown aria-hidden size={14} strokeWidth={1.6} className="flex-none text-faint" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={6}
          collisionPadding={8}
          aria-label="What is looked at"
          className="z-50 w-[min(27rem,calc(100vw-1rem))] rounded-control border border-line-strong bg-raised p-4"
        >
          <p className="text-lead font-semibold">{source.title}</p>
          <p className="text-muted">
            You look at {kinds[source.kind]}.{' '}
            {source.readOnly ? 'Nothing here can change it.' : 'Reading never changes it.'}
          </p>
          <dl className="mt-3 grid grid-cols-[7rem_1fr] gap-y-1.5 border-t border-line pt-3">
            {sourceFacts(source).map(([term, value]) => (
              <div key={term} className="contents">
                <dt className="text-muted">{term}</dt>
                <dd className="mono leading-5 wrap-anywhere">{value}</dd>
              </div>
            ))}
          </dl>
          <p className="mt-3 border-t border-line pt-3 text-muted">
            Another cluster: start again with{' '}
            <code className="mono text-text">npm start -- --context NAME</code>, or with{' '}
            <code className="mono text-text">--training</code>.
          </p>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** What stands muted after the title: the cluster's own name where the title does not hold it. */
function secondName({ title, cluster, context }: SourceView): string | null {
  const other = title === context ? cluster : (context ?? cluster);
  return other === '' || title.includes(other) ? null : other;
}

function sourceFacts(source: SourceView): [string, string][] {
  const facts: [string, string | null][] = [
    ['Scenario', source.scenario],
    ['Context', source.context],
    ['Cluster', source.cluster],
    ['API server', source.server],
    ['Kubernetes', source.kubernetesVersion],
    ['User', source.user],
    ['Agents in', source.namespace ?? 'all namespaces'],
    ['Asked every', `${source.sweepIntervalMs / 1000} s`],
  ];
  return facts.flatMap(([term, value]) => (value === null || value === '' ? [] : [[term, value]]));
}

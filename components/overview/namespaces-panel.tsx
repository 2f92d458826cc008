'use client';

import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import Link from 'next/link';
import { useState } from 'react';
import { PendingBars } from '@/components/state/pending-bars';
import { QueryPanel } from '@/components/state/query-panel';
import { PanelMessage } from '@/components/ui/panel-message';
import { StateMark, markLabels } from '@/components/ui/state-mark';
import { TextButton } from '@/components/ui/text-link';
import { formatCount, formatPlural } from '@/lib/format';
import { paths } from '@/lib/paths';
import { frontendsQuery, type FrontendSet } from '@/lib/queries/frontends';
import { countNamespaces, type NamespaceCount } from './overview-counts';

const MOST_ROWS = 10;
const head = 'h-5.5 pr-2.5 last:pr-0 text-left label whitespace-nowrap';
const cell = 'h-7 pr-2.5 last:pr-0 text-small whitespace-nowrap text-muted max-desk:h-11.5';

function selectNamespaces({ items }: FrontendSet): NamespaceCount[] {
  return countNamespaces(items);
}

/** What each namespace holds, with the way to its part of the map. */
export function NamespacesPanel({ className }: { className?: string }) {
  const query = useQuery({ ...frontendsQuery(), select: selectNamespaces });
  const [all, setAll] = useState(false);
  return (
    <QueryPanel
      title="Namespaces"
      aside={
        query.data === undefined ? undefined : query.data.filter(({ namespace }) => namespace !== null).length
      }
      query={query}
      className={className}
      pending={<PendingBars widths={[98, 94, 96, 92]} ruled />}
      empty={(namespaces) =>
        namespaces.length === 0 ? (
          <PanelMessage fact="No frontends.">No agent has programmed a Service yet.</PanelMessage>
        ) : null
      }
    >
      {(namespaces) => (
        <>
          <table className="w-full border-collapse">
            <thead>
              <tr>
                <th className={head}>Namespace</th>
                <th className={clsx(head, 'text-right')}>Services</th>
                <th className={clsx(head, 'text-right')}>Frontends</th>
                <th className={clsx(head, 'max-desk:hidden desk:pl-6')}>Backends</th>
                <th className={clsx(head, 'max-desk:text-right')}>Problems</th>
              </tr>
            </thead>
            <tbody>
              {namespaces.slice(0, all ? undefined : MOST_ROWS).map((row) => (
                <Row key={row.namespace ?? ''} {...row} />
              ))}
            </tbody>
          </table>
          {namespaces.length > MOST_ROWS && (
            <TextButton onClick={() => setAll(!all)} className="mt-2 text-small">
              {all ? 'Show fewer' : `Show all ${formatCount(namespaces.length)}`}
            </TextButton>
          )}
        </>
      )}
    </QueryPanel>
  );
}

function Row({ namespace, services, frontends, backends, problems }: NamespaceCount) {
  return (
    <tr className="border-t border-line hover:bg-row-hover">
      <th scope="row" className={clsx(cell, 'text-left font-medium')}>
        {namespace === null ? (
          <span className="font-normal">no Service</span>
        ) : (
          <Link
            href={`${paths.services}?ns=${encodeURIComponent(namespace)}`}
            className="flex h-full items-center text-text hover:text-accent-text hover:underline"
          >
            {namespace}
          </Link>
        )}
      </th>
      <td className={clsx(cell, 'text-right text-text')}>{services === 0 ? '–' : formatCount(services)}</td>
      <td className={clsx(cell, 'text-right text-text')}>{formatCount(frontends)}</td>
      <td className={clsx(cell, 'max-desk:hidden desk:pl-6')}>
        <span className="inline-flex gap-3.5">
          {backends.total === 0
            ? 'none'
            : backends.byMark.map((count) => (
                <span key={count.mark} className="inline-flex items-center gap-1.5">
                  <StateMark mark={count.mark} label={markLabels[count.mark]} />
                  {formatCount(count.backends)}
                </span>
              ))}
        </span>
      </td>
      <td className={clsx(cell, 'max-desk:text-right')}>
        {problems === 0 ? (
          <span className="inline-flex items-center gap-1.75 align-middle">
            <StateMark mark="agrees" label={null} />
            none
          </span>
        ) : (
          <span className="inline-flex items-center gap-1.75 align-middle text-bad">
            <StateMark mark="differs" label={null} />
            {formatPlural(problems, 'row')}
          </span>
        )}
      </td>
    </tr>
  );
}

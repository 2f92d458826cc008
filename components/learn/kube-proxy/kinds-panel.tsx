'use client';

import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { useMemo } from 'react';
import { Address } from '@/components/services/address';
import { Prose } from '@/components/status/explain/prose';
import { PendingBars } from '@/components/state/pending-bars';
import { QueryPanel } from '@/components/state/query-panel';
import { TextLink } from '@/components/ui/text-link';
import { formatCount, formatPlural } from '@/lib/format';
import { paths } from '@/lib/paths';
import { agentsQuery } from '@/lib/queries/agents';
import { frontendsQuery } from '@/lib/queries/frontends';
import type { ServiceKindCounts } from '@/lib/snapshot/cluster-facts';
import { kindFacts, type KindFact } from './kind-facts';
import { rowsByType, type TypeRows } from './rows-by-type';

const head = 'h-6 pr-6 text-left label whitespace-nowrap';
const cell =
  'border-t border-line py-2 pr-6 align-top text-pretty text-muted max-desk:block max-desk:border-0 max-desk:py-0 max-desk:pr-0';

/** Each type of Service: what it is for, and what it puts into the tables here. */
export function KindsPanel({ className }: { className?: string }) {
  const query = useQuery(frontendsQuery());
  const kinds = useQuery(agentsQuery()).data?.facts.serviceKinds ?? null;
  const rows = useMemo(() => rowsByType(query.data?.items ?? []), [query.data]);
  return (
    <QueryPanel
      title="What becomes of each Service"
      aside="the same types, whoever translates them"
      query={query}
      className={className}
      pending={<PendingBars widths={[98, 94, 96, 92, 97, 90, 91]} row="h-12" ruled />}
    >
      {() => (
        <table className="w-full border-collapse max-desk:block">
          <thead className="max-desk:hidden">
            <tr>
              <th className={clsx(head, 'w-32')}>Type</th>
              <th className={head}>What it is for</th>
              <th className={head}>What a node is programmed with</th>
              <th className={clsx(head, 'w-64 pr-0')}>In this cluster</th>
            </tr>
          </thead>
          <tbody className="max-desk:block">
            {kindFacts.map((fact) => (
              <Kind key={fact.name} fact={fact} kinds={kinds} rows={rows} />
            ))}
          </tbody>
        </table>
      )}
    </QueryPanel>
  );
}

type KindProps = { fact: KindFact; kinds: ServiceKindCounts | null; rows: ReadonlyMap<string, TypeRows> };

function Kind({ fact, kinds, rows }: KindProps) {
  return (
    <tr className="max-desk:block max-desk:border-t max-desk:border-line max-desk:py-2.5">
      <th scope="row" className={clsx(cell, 'text-left font-medium text-text!')}>
        {fact.name}
      </th>
      <td className={cell}>{fact.reach}</td>
      <td className={cell}>
        <Prose text={fact.made} />
      </td>
      <td className={clsx(cell, 'pr-0')}>
        <Here fact={fact} kinds={kinds} rows={rows} />
      </td>
    </tr>
  );
}

function Here({ fact, kinds, rows }: KindProps) {
  const services = fact.kind === null || kinds === null ? null : kinds[fact.kind];
  const made = fact.rows === null ? undefined : rows.get(fact.rows);
  const count = services === null ? null : formatPlural(services, 'Service');
  if (fact.rows === null)
    return (
      <>
        {count ?? 'The API did not say.'}
        {count !== null && ', no row.'}
      </>
    );
  if (made === undefined) return <>{count === null ? 'None.' : `${count}, no row.`}</>;
  return (
    <>
      {count !== null && `${count}, `}
      <TextLink href={`${paths.services}?type=${fact.rows}`}>
        {formatCount(made.rows)} {made.rows === 1 ? 'row' : 'rows'}
      </TextLink>
      , one of them{' '}
      <TextLink href={`${paths.services}?f=${encodeURIComponent(made.example.key)}`} className="font-normal">
        <Address of={made.example} />
      </TextLink>
    </>
  );
}

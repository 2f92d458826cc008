'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { BarChart, type NamedBar } from '@/components/charts/bar-chart';
import { PendingBars } from '@/components/state/pending-bars';
import { QueryPanel } from '@/components/state/query-panel';
import { NodeName } from '@/components/ui/node-name';
import { PanelMessage } from '@/components/ui/panel-message';
import { StateMark, markLabels, markTitle } from '@/components/ui/state-mark';
import { formatCount, formatPlural } from '@/lib/format';
import { paths } from '@/lib/paths';
import { frontendsQuery } from '@/lib/queries/frontends';
import {
  countBackends,
  countTypes,
  type BackendCounts,
  type PlaceCount,
  type TypeCount,
} from './overview-counts';

const MOST_NODES = 6;
const titles = ['Frontends by type', 'Backends by state', 'Backends by node'] as const;
const grid = 'grid gap-x-7 gap-y-6 desk:grid-cols-3';

/** Frontends by type, backends by state, backends by node. */
export function OverviewCharts({ nodeCount }: { nodeCount: number }) {
  const query = useQuery(frontendsQuery());
  const frontends = query.data?.items;
  const types = useMemo(() => countTypes(frontends ?? []), [frontends]);
  const backends = useMemo(() => countBackends(frontends ?? []), [frontends]);
  if (frontends === undefined) {
    if (query.error !== null) {
      return (
        <QueryPanel title="Counts" query={query} pending={null}>
          {() => null}
        </QueryPanel>
      );
    }
    return (
      <div className={grid}>
        {titles.map((title) => (
          <div key={title}>
            <h2 className="mb-2 text-body font-semibold">{title}</h2>
            <PendingBars widths={[80, 92, 60, 40]} row="h-[25px] max-desk:h-11" />
            <div className="h-10" />
          </div>
        ))}
      </div>
    );
  }
  if (frontends.length === 0) {
    return (
      <PanelMessage fact="Nothing to count.">
        No agent has given a table with a frontend in it, so there are no types, states or nodes to show.
      </PanelMessage>
    );
  }
  const places = placeBars(backends);
  const parted = nodeCount > 1 && types.some(({ onOne }) => onOne > 0);
  return (
    <div className={grid}>
      <BarChart
        title={titles[0]}
        total={frontends.length}
        bars={types.map((count) => typeBar(count, nodeCount))}
        legend={parted ? { first: severalWords(nodeCount), second: 'on one node' } : null}
      />
      <BarChart title={titles[1]} total={backends.total} bars={markBars(backends)} legend={null} />
      <BarChart
        title={titles[2]}
        total={backends.total}
        bars={places.bars}
        legend={null}
        note={places.note}
      />
    </div>
  );
}

function severalWords(nodeCount: number): string {
  return nodeCount === 2 ? 'on both nodes' : 'on several nodes';
}

function typeBar({ type, onSeveral, onOne }: TypeCount, nodeCount: number): NamedBar {
  const bar = {
    key: type,
    label: type === 'unknown' ? 'not printed' : type,
    href: type === 'unknown' ? null : `${paths.services}?type=${type}`,
  };
  // With one node there is nothing to tell apart.
  if (nodeCount < 2) return { ...bar, first: onSeveral + onOne, second: 0 };
  const words = `${formatCount(onSeveral + onOne)}, ${formatCount(onSeveral)} ${severalWords(nodeCount)}, ${formatCount(onOne)} on one`;
  return { ...bar, first: onSeveral, second: onOne, words };
}

function markBars({ byMark }: BackendCounts): NamedBar[] {
  return byMark.map(({ mark, backends }) => ({
    key: mark,
    label: (
      <span title={markTitle(mark)} className="flex items-center gap-1.75">
        <StateMark mark={mark} label={null} />
        {mark === 'leftover' ? 'leftover' : markLabels[mark]}
      </span>
    ),
    href: mark === 'unknown' ? null : `${paths.services}?state=${mark}`,
    first: backends,
    second: 0,
  }));
}

/** The bars of backends by node; of more nodes than bars fit, those with the most, and a note on the others. */
function placeBars({ byPlace }: BackendCounts): { bars: NamedBar[]; note: string | null } {
  const nodes = byPlace
    .filter(({ place }) => place.kind === 'node')
    .toSorted((a, b) => b.backends - a.backends);
  const shown = new Set(nodes.slice(0, MOST_NODES));
  const rest = nodes.slice(MOST_NODES);
  const bars = byPlace.filter((count) => count.place.kind !== 'node' || shown.has(count)).map(placeBar);
  const [most] = rest;
  const least = rest.at(-1);
  if (most === undefined || least === undefined) return { bars, note: null };
  const range =
    most.backends === least.backends ? String(most.backends) : `${least.backends} to ${most.backends}`;
  return { bars, note: `${formatPlural(rest.length, 'other node')} with ${range} each` };
}

function placeBar({ place, backends }: PlaceCount): NamedBar {
  const bar = { first: backends, second: 0 };
  switch (place.kind) {
    case 'node':
      return {
        ...bar,
        key: place.node,
        label: <NodeName name={place.node} form="short" />,
        href: paths.node(place.node),
      };
    case 'outside':
      return { ...bar, key: 'outside', label: 'outside', href: null };
    case 'unknown':
      return {
        ...bar,
        key: 'unknown',
        label: 'no such pod',
        href: `${paths.services}?state=leftover`,
        tone: 'bad',
      };
  }
}

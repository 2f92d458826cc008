'use client';

import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useId, useMemo } from 'react';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { Slider } from '@/components/ui/slider';
import { TextButton } from '@/components/ui/text-link';
import { formatCount, formatPlural } from '@/lib/format';
import { frontendsQuery } from '@/lib/queries/frontends';
import type { ServiceLoad } from '@/lib/learn/service-lookup/service-load';
import { clusterLoad } from './cluster-load';
import { costSentence } from './cost-sentence';
import {
  bounded,
  exampleLoad,
  MOST_BACKENDS,
  MOST_SERVICES,
  type WorkName,
} from '@/lib/learn/service-lookup/kube-proxy-link';
import { fromStep, SCALE_STEPS, toStep } from './log-scale';
import { workLines, workPoints } from './work-lines';

const WorkChart = dynamic(() => import('@/components/charts/work-chart').then((chart) => chart.WorkChart), {
  ssr: false,
});

type CostPanelProps = {
  work: WorkName;
  services: number | null;
  backends: number | null;
  onChange: (changed: { work?: WorkName; services?: number | null; backends?: number | null }) => void;
  className?: string;
};

/** How work grows with the number of Services: counted, not measured. */
export function CostPanel({ work, services, backends, onChange, className }: CostPanelProps) {
  const headingId = useId();
  const { data } = useQuery(frontendsQuery());
  const here = useMemo(() => clusterLoad(data?.items ?? []), [data]);
  const load: ServiceLoad = {
    services: bounded(services, MOST_SERVICES) ?? bounded((here ?? exampleLoad).services, MOST_SERVICES) ?? 1,
    backends: bounded(backends, MOST_BACKENDS) ?? bounded((here ?? exampleLoad).backends, MOST_BACKENDS) ?? 1,
  };
  const points = useMemo(() => workPoints(work, load.backends), [work, load.backends]);
  const lines = workLines(work);
  return (
    <section aria-labelledby={headingId} className={className}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h2 id={headingId} className="text-body font-semibold">
          How the work grows
        </h2>
        <span className="text-small text-faint">counted step by step, not measured</span>
        <SegmentedControl
          label="What is counted"
          className="ml-auto max-desk:ml-0"
          segments={[
            { value: 'packet', label: 'First packet' },
            { value: 'change', label: 'One endpoint more' },
          ]}
          value={work}
          onValueChange={(next) => onChange({ work: next })}
        />
      </div>
      <p className="mt-2 max-w-[90ch] text-pretty text-muted">{costSentence(work, load)}</p>
      <div className="mt-3 grid gap-x-8 gap-y-1 desk:grid-cols-2">
        <LoadSlider
          label="Service addresses, with their ports"
          unit="address"
          value={load.services}
          most={MOST_SERVICES}
          onChange={(next) => onChange({ services: next })}
        />
        <LoadSlider
          label="Endpoints of each"
          unit="endpoint"
          value={load.backends}
          most={MOST_BACKENDS}
          onChange={(next) => onChange({ backends: next })}
        />
      </div>
      <div aria-hidden className="mt-2 h-64">
        <WorkChart
          points={points}
          lines={lines.map(({ id, side, dashed }) => ({
            id,
            dashed,
            tone: side === 'cilium' ? 'accent' : 'grey',
          }))}
          at={load.services}
          here={here === null ? null : Math.min(MOST_SERVICES, here.services)}
        />
      </div>
      <table className="mt-2 border-collapse">
        <caption className="sr-only">
          {work === 'packet' ? 'Steps of a first packet' : 'What is written'}
        </caption>
        <tbody>
          {lines.map(({ id, label, side, dashed, workAt }) => (
            <tr key={id}>
              <td className="w-9 pr-3">
                <svg
                  aria-hidden
                  width="26"
                  height="8"
                  className={side === 'cilium' ? 'text-accent' : 'text-muted'}
                >
                  <path
                    d="M0 4H26"
                    stroke="currentColor"
                    strokeWidth="2"
                    {...(dashed ? { strokeDasharray: '5 4' } : {})}
                  />
                </svg>
              </td>
              <th scope="row" className="pr-6 text-left font-normal text-muted">
                {label}
              </th>
              <td className="text-right font-medium">{formatCount(Math.round(workAt(load)))}</td>
              <td className="pl-1.5 text-muted">{unitOf(work, side)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {here !== null && (services !== null || backends !== null) && (
        <p className="mt-2">
          <TextButton onClick={() => onChange({ services: null, backends: null })}>
            Back to this cluster: {formatPlural(here.services, 'address', 'addresses')},{' '}
            {formatPlural(here.backends, 'endpoint')} each
          </TextButton>
        </p>
      )}
      <p className="mt-2 max-w-[90ch] text-small text-pretty text-faint">
        A rule compared and an entry read do not take the same time; what grows is the point. Both sides look
        the connection up first, and later packets of it are found there.
      </p>
    </section>
  );
}

function unitOf(work: WorkName, side: 'kube-proxy' | 'cilium'): string {
  if (work === 'packet') return side === 'cilium' ? 'map entries read' : 'rules compared';
  return side === 'cilium' ? 'map entries written, at most' : 'rules written';
}

type LoadSliderProps = {
  label: string;
  unit: 'address' | 'endpoint';
  value: number;
  most: number;
  onChange: (value: number) => void;
};

function LoadSlider({ label, unit, value, most, onChange }: LoadSliderProps) {
  return (
    <div>
      <div className="flex justify-between">
        <span className="text-muted">{label}</span>
        <span className="font-medium">{formatCount(value)}</span>
      </div>
      <Slider
        label={label}
        valueText={formatPlural(value, unit, unit === 'address' ? 'addresses' : 'endpoints')}
        value={toStep(value, most)}
        min={0}
        max={SCALE_STEPS}
        step={1}
        onValueChange={(step) => onChange(fromStep(step, most))}
      />
    </div>
  );
}

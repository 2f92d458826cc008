'use client';

import dynamic from 'next/dynamic';
import { useMemo } from 'react';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { Slider } from '@/components/ui/slider';
import { formatCount, formatPlural } from '@/lib/format';
import { endpointBounds, serviceBounds } from '@/lib/learn/kube-proxy/kube-proxy-parameters';
import type { WorkName } from '@/lib/learn/kube-proxy/kube-proxy-state';
import type { ServiceLoad } from '@/lib/learn/kube-proxy/service-load';
import { costSentence } from './cost-sentence';
import { fromStep, SCALE_STEPS, toStep } from './log-scale';
import { workLines, workPoints } from './work-lines';

const WorkChart = dynamic(() => import('@/components/charts/work-chart').then((chart) => chart.WorkChart), {
  ssr: false,
});

type CostPanelProps = {
  work: WorkName;
  load: ServiceLoad;
  /** How many addresses this cluster has; null where it is not known. */
  here: number | null;
  onWork: (work: WorkName) => void;
  onLoad: (changed: Partial<ServiceLoad>) => void;
};

/** How work grows with the number of Services: counted, not measured. */
export function CostPanel({ work, load, here, onWork, onLoad }: CostPanelProps) {
  const points = useMemo(() => workPoints(work, load.backends), [work, load.backends]);
  const lines = workLines(work);
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <SegmentedControl
          label="What is counted"
          segments={[
            { value: 'packet', label: 'First packet' },
            { value: 'change', label: 'One endpoint replaced' },
          ]}
          value={work}
          onValueChange={onWork}
        />
      </div>
      <p className="mt-2 max-w-[90ch] text-pretty text-muted">{costSentence(work, load)}</p>
      <div className="mt-3 grid gap-x-8 gap-y-1 desk:grid-cols-2">
        <LoadSlider
          label="Service addresses, with their ports"
          unit="address"
          value={load.services}
          most={serviceBounds.max}
          onChange={(next) => onLoad({ services: next })}
        />
        <LoadSlider
          label="Endpoints of each"
          unit="endpoint"
          value={load.backends}
          most={endpointBounds.max}
          onChange={(next) => onLoad({ backends: next })}
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
          here={here === null ? null : Math.min(serviceBounds.max, here)}
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
      <p className="mt-2 max-w-[90ch] text-small text-pretty text-faint">
        A rule compared and an entry read do not take the same time; what grows is the point. Left out on both
        sides is what does not grow: the look for the connection, jumps from the kernel’s own chains, the
        table filter.
      </p>
    </>
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

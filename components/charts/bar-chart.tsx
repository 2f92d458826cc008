'use client';

import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useId, type ReactNode } from 'react';
import { formatCount } from '@/lib/format';
import type { BarRow } from './chart';

/** The drawing is loaded apart: a page shows its figures before the library is there. */
const HorizontalBars = dynamic(() => import('./chart').then((chart) => chart.HorizontalBars), { ssr: false });

/** One bar with its name: where it leads, and its figures in words. */
export type NamedBar = BarRow & {
  label: ReactNode;
  /** The page that lists what the bar counts; null where there is none. */
  href: string | null;
  /** The figures as a sentence, `12: 3 on both nodes, 9 on one`. */
  words?: string;
};

type BarChartProps = {
  title: string;
  /** How many in all. */
  total: number;
  bars: readonly NamedBar[];
  /** What the solid and the outlined part mean; null where there is one part only. */
  legend: { first: string; second: string } | null;
  /** What the bars leave out. */
  note?: string | null;
};

/** Counts as bars: names are links at the left, values stand at the bars' ends, a screen reader hears a list. */
export function BarChart({ title, total, bars, legend, note = null }: BarChartProps) {
  const headingId = useId();
  return (
    <section aria-labelledby={headingId} className="min-w-0 [--bar-row:25px] max-desk:[--bar-row:44px]">
      <h2 id={headingId} className="mb-2 flex items-baseline gap-2 text-body font-semibold">
        {title}
        <span className="text-small font-normal text-faint">{formatCount(total)}</span>
      </h2>
      <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3">
        <ul className="min-w-0">
          {bars.map(({ key, label, href, first, second, words }) => (
            <li key={key} className="flex h-(--bar-row) items-center text-small">
              {href === null ? (
                <span className="flex items-center gap-1.75 whitespace-nowrap">{label}</span>
              ) : (
                <Link
                  href={href}
                  className="flex h-full items-center gap-1.75 whitespace-nowrap hover:underline"
                >
                  {label}
                </Link>
              )}
              <span className="sr-only">: {words ?? formatCount(first + second)}</span>
            </li>
          ))}
        </ul>
        <div
          aria-hidden
          style={{ height: `calc(var(--bar-row) * ${bars.length} + 18px)` }}
          className="max-w-75 min-w-0"
        >
          <HorizontalBars rows={bars} />
        </div>
      </div>
      {legend !== null && (
        <p aria-hidden className="mt-1.5 flex flex-wrap gap-x-3.5 text-label font-normal text-faint">
          <LegendKey className="bg-(--chart-ink)">{legend.first}</LegendKey>
          <LegendKey className="border border-accent bg-accent-soft">{legend.second}</LegendKey>
        </p>
      )}
      {note !== null && <p className="mt-1.5 text-label font-normal text-faint">{note}</p>}
    </section>
  );
}

function LegendKey({ className, children }: { className: string; children: ReactNode }) {
  return (
    <span className="flex items-center gap-1.5 whitespace-nowrap">
      <span className={`h-2 w-2.5 ${className}`} />
      {children}
    </span>
  );
}

'use client';

import dynamic from 'next/dynamic';
import { OutsideLink } from '@/components/ui/outside-link';
import { forwardedPerSecond, forwardedSource, measurements } from './measurements';

const HorizontalBars = dynamic(
  () => import('@/components/charts/chart').then((chart) => chart.HorizontalBars),
  {
    ssr: false,
  },
);

const MILLION = 1_000_000;

/** What others have measured and published, with what to keep in mind of each. */
export function MeasurementsPanel() {
  return (
    <>
      <p className="text-pretty text-muted">
        Requests a node forwarded in a second, in millions, when offered ten: one Service, kernel 5.7 (
        <OutsideLink href={forwardedSource.href}>{forwardedSource.title}</OutsideLink>).
      </p>
      <div className="mt-2 grid max-w-200 grid-cols-[auto_minmax(0,1fr)] gap-x-3">
        <ul>
          {forwardedPerSecond.map(({ key, requests }) => (
            <li key={key} className="flex h-6.5 items-center text-small whitespace-nowrap">
              {key}
              <span className="sr-only">: {requests / MILLION} million</span>
            </li>
          ))}
        </ul>
        <div aria-hidden style={{ height: 'calc(3 * 1.625rem + 18px)' }}>
          <HorizontalBars
            rows={forwardedPerSecond.map(({ key, requests }) => ({
              key,
              first: requests / MILLION,
              second: 0,
            }))}
          />
        </div>
      </div>
      <ul className="mt-1 gap-x-8 desk:columns-2">
        {measurements.map(({ who, when, found, mind, source }) => (
          <li key={source.href} className="break-inside-avoid border-t border-line py-2.5 text-pretty">
            <p className="flex items-baseline gap-x-2">
              <span className="font-medium">{who}</span>
              {when !== null && <span className="text-small text-faint">{when}</span>}
            </p>
            <p className="text-muted">
              {found} <span className="text-text">{mind}</span>{' '}
              <OutsideLink href={source.href}>{source.title}</OutsideLink>
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

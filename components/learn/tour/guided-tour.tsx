'use client';

import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useEffect } from 'react';
import { tourStopAt, tourStops } from '@/lib/learn/tour/tour-stops';
import { paths } from '@/lib/paths';
import { TourCard } from './tour-card';
import { TOUR_KEY, tourHref } from './tour-href';

/** Writes the stop, or none, into the URL of this page; what else stands there stays. */
function writeStop(number: number | null): void {
  const url = new URL(window.location.href);
  if (number === null) url.searchParams.delete(TOUR_KEY);
  else url.searchParams.set(TOUR_KEY, String(number));
  window.history.replaceState(null, '', url);
}

/**
 * The guided tour, wherever the URL says that it is at a stop. A stop of another page leads there; a link that leads
 * away without the key ends the tour. Page and stop are read from the router both: read apart, one would be older than
 * the other for a moment, and lead back.
 */
export function GuidedTour() {
  const router = useRouter();
  const pathname = usePathname();
  const at = tourStopAt(useSearchParams().get(TOUR_KEY));
  const isElsewhere = at !== null && pathname !== paths[at.stop.page];
  const number = at?.number ?? null;
  useEffect(() => {
    if (isElsewhere && number !== null) router.replace(tourHref(number));
  }, [isElsewhere, number, router]);
  if (at === null) return null;
  return (
    <TourCard
      stop={at.stop}
      number={at.number}
      onGo={(next) => {
        if (tourStops[next - 1]?.page === at.stop.page) writeStop(next);
        else router.push(tourHref(next));
      }}
      onEnd={() => writeStop(null)}
    />
  );
}

'use client';

import { usePathname, useRouter } from 'next/navigation';
import { parseAsString, useQueryState } from 'nuqs';
import { useEffect } from 'react';
import { tourStopAt, tourStops } from '@/lib/learn/tour/tour-stops';
import { paths } from '@/lib/paths';
import { TourCard } from './tour-card';
import { TOUR_KEY, tourHref } from './tour-href';

/**
 * The guided tour, wherever the URL says that it is at a stop. A stop of another page leads there; a link that leads
 * away without the key ends the tour.
 */
export function GuidedTour() {
  const router = useRouter();
  const pathname = usePathname();
  const [word, setWord] = useQueryState(TOUR_KEY, parseAsString.withOptions({ history: 'replace' }));
  const at = tourStopAt(word);
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
        if (tourStops[next - 1]?.page === at.stop.page) void setWord(String(next));
        else router.push(tourHref(next));
      }}
      onEnd={() => void setWord(null)}
    />
  );
}

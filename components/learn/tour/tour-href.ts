import { tourStops } from '@/lib/learn/tour/tour-stops';
import { paths } from '@/lib/paths';

/** The key of the URL that holds the number of the stop. */
export const TOUR_KEY = 'tour';

/** How many stops the tour has. */
export const tourLength = tourStops.length;

/** Gives the address of a stop, counted from 1. */
export function tourHref(number: number): string {
  const stop = tourStops[number - 1];
  return `${stop === undefined ? paths.overview : paths[stop.page]}?${TOUR_KEY}=${number}`;
}

import { describe, expect, test } from 'vitest';
import { tourStopAt, tourStops } from './tour-stops';

describe('the guided tour', () => {
  test('has ten stops, each with a name and a target of its own', () => {
    expect(tourStops).toHaveLength(10);
    expect(new Set(tourStops.map(({ id }) => id)).size).toBe(10);
    expect(new Set(tourStops.map(({ target }) => target)).size).toBe(10);
  });

  test('stays on a page until it has left it for good', () => {
    const pages = tourStops.map(({ page }) => page);
    const visits = pages.filter((page, index) => page !== pages[index - 1]);
    expect(new Set(visits).size).toBe(visits.length);
  });

  test.each(['', '0', '11', '-1', '1.5', '1e0', 'one', '007'])('does not start at %o', (word) => {
    expect(tourStopAt(word)).toBeNull();
  });

  test('starts at the stop that the URL names', () => {
    expect(tourStopAt('1')?.stop.id).toBe('source');
    expect(tourStopAt('10')?.number).toBe(10);
    expect(tourStopAt(null)).toBeNull();
  });
});

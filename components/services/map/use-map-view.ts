'use client';

import { useLayoutEffect, useState, type RefObject } from 'react';

/** Size of the map's frame and the first row to draw, in pixels of the design. */
export type MapView = { width: number; height: number; windowTop: number };

/** Rows are drawn anew each time so many pixels are scrolled. */
const step = 120;

/** Watches the frame's size and, in steps, how far it is scrolled. */
export function useMapView(ref: RefObject<HTMLElement | null>, scale: number): MapView {
  const [view, setView] = useState<MapView>({ width: 0, height: 0, windowTop: 0 });
  // Before the first picture, which would otherwise be one without rows.
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const measure = () => {
      const width = element.clientWidth / scale;
      const height = element.clientHeight / scale;
      const windowTop = Math.floor(element.scrollTop / scale / step) * step;
      setView((old) =>
        old.width === width && old.height === height && old.windowTop === windowTop
          ? old
          : { width, height, windowTop },
      );
    };
    measure();
    const sizes = new ResizeObserver(measure);
    sizes.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, [ref, scale]);
  return view;
}

/** Rows drawn beyond what a step can bring into view: a key typed has all of them to make anew. */
const spare = 72;

/** The band of rows to draw around what is in view. */
export function drawnBand({ windowTop, height }: MapView): { top: number; bottom: number } {
  return { top: windowTop - step, bottom: windowTop + height + step + spare };
}

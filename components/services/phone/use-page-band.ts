'use client';

import { useEffect, useState, type RefObject } from 'react';

const step = 400;

/** The part of an element that is near the view while the page scrolls, in pixels from the element's top. */
export function usePageBand(ref: RefObject<HTMLElement | null>): { top: number; bottom: number } {
  const [band, setBand] = useState({ top: 0, bottom: 1200 });
  useEffect(() => {
    const measure = () => {
      const offset = -(ref.current?.getBoundingClientRect().top ?? 0);
      const top = (Math.floor(offset / step) - 1) * step;
      const bottom = top + (Math.ceil(window.innerHeight / step) + 3) * step;
      setBand((old) => (old.top === top && old.bottom === bottom ? old : { top, bottom }));
    };
    measure();
    window.addEventListener('scroll', measure, { passive: true });
    window.addEventListener('resize', measure);
    return () => {
      window.removeEventListener('scroll', measure);
      window.removeEventListener('resize', measure);
    };
  }, [ref]);
  return band;
}

'use client';

import { useSyncExternalStore } from 'react';

const designRootPx = 16;

function subscribe(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributes: true });
  window.addEventListener('resize', listener);
  return () => {
    observer.disconnect();
    window.removeEventListener('resize', listener);
  };
}

function readScale(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / designRootPx;
}

/** Gives how many CSS pixels one pixel of the design is: 1, or 1.25 in presenter view. */
export function useRootScale(): number {
  return useSyncExternalStore(subscribe, readScale, () => 1);
}

/** Writes a length of the design so that it grows with the root's font size. */
export function rem(px: number): string {
  return `${px / designRootPx}rem`;
}

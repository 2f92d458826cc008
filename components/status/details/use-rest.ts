'use client';

import { useEffect, useRef } from 'react';

/** How long the pointer rests on a line before it is explained: crossing the text explains nothing. */
const restMs = 220;

/** Gives handlers that report the line a mouse rests on, and null when it leaves; touch and pen do not rest. */
export function useRest<Item>(onRest: (item: Item | null) => void) {
  const timer = useRef<number | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return {
    over(item: Item | null, event: { pointerType: string }) {
      clearTimeout(timer.current);
      if (event.pointerType === 'mouse') timer.current = window.setTimeout(() => onRest(item), restMs);
    },
    out() {
      clearTimeout(timer.current);
      onRest(null);
    },
  };
}

'use client';

import { useEffect, useRef } from 'react';

/** A mark that follows the mouse, large enough for the last row. */
export function LaserPointer() {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const follow = ({ clientX, clientY }: PointerEvent) => {
      if (ref.current === null) return;
      ref.current.hidden = false;
      ref.current.style.translate = `${clientX}px ${clientY}px`;
    };
    window.addEventListener('pointermove', follow);
    return () => window.removeEventListener('pointermove', follow);
  }, []);
  return (
    <div
      ref={ref}
      hidden
      aria-hidden
      data-laser
      className="pointer-events-none fixed top-0 left-0 z-50 -mt-5 -ml-5 size-10 rounded-full border-3 border-accent bg-accent/20 before:absolute before:inset-[calc(50%-4px)] before:rounded-full before:bg-accent"
    />
  );
}

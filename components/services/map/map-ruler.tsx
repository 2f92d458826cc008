'use client';

import { useEffect, useMemo, useRef, type RefObject } from 'react';
import { rem } from '../use-root-scale';
import type { MapLayout } from './map-layout';
import { rulerMarks } from './ruler-marks';

/** A list less than so many views long needs no ruler. */
const fewestViews = 3;

type MapRulerProps = {
  layout: MapLayout;
  selectedBlock: string | null;
  /** Height of the view below its head, in pixels of the design. */
  viewHeight: number;
  scale: number;
  scrollerRef: RefObject<HTMLElement | null>;
};

/**
 * A long list at a glance, along its left edge: where groups begin, where something is wrong, what is selected, what is
 * in view. A press or a drag leads there. Assistive technology has the list itself, and its rows, instead.
 */
export function MapRuler({ layout, selectedBlock, viewHeight, scale, scrollerRef }: MapRulerProps) {
  const viewRef = useRef<HTMLSpanElement>(null);
  const isLong = layout.height > fewestViews * viewHeight && viewHeight > 0;
  const marks = useMemo(
    () => (isLong ? rulerMarks(layout, selectedBlock, viewHeight) : null),
    [isLong, layout, selectedBlock, viewHeight],
  );
  useEffect(() => {
    const scroller = scrollerRef.current;
    if (!isLong || scroller === null) return undefined;
    const follow = () => {
      const top = (scroller.scrollTop / scale / layout.height) * viewHeight;
      viewRef.current?.style.setProperty('transform', `translateY(${rem(top)})`);
    };
    follow();
    scroller.addEventListener('scroll', follow, { passive: true });
    return () => scroller.removeEventListener('scroll', follow);
  }, [isLong, layout, viewHeight, scale, scrollerRef]);
  if (marks === null) return null;

  const scrollTo = (event: React.PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const part = (event.clientY - box.top) / box.height;
    // The place pressed comes to the middle of the view.
    scrollerRef.current?.scrollTo({ top: (part * layout.height - viewHeight / 2) * scale });
  };
  return (
    <div
      aria-hidden
      className="absolute top-0 left-0 w-4 cursor-pointer touch-none"
      style={{ height: rem(viewHeight) }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        scrollTo(event);
      }}
      onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && scrollTo(event)}
    >
      <span
        ref={viewRef}
        className="absolute inset-x-1 rounded-row border border-line-strong bg-row-hover"
        style={{ height: rem(Math.max(8, (viewHeight / layout.height) * viewHeight)) }}
      />
      {/* Two paths, whatever the number of marks: every key typed places all of them anew. */}
      <svg
        className="absolute inset-0 size-full"
        viewBox={`0 0 16 ${viewHeight}`}
        preserveAspectRatio="none"
        shapeRendering="crispEdges"
      >
        <path className="fill-line-strong" d={marks.groups.map((top) => box(4, top, 6, 1)).join('')} />
        <path
          className="fill-bad"
          d={marks.problems.map(({ top, height }) => box(8, top, 4, height)).join('')}
        />
      </svg>
      {marks.selected !== null && (
        <span
          className="absolute inset-x-1 bg-accent"
          style={{ top: rem(marks.selected.top), height: rem(marks.selected.height) }}
        />
      )}
    </div>
  );
}

/** A box as a piece of a path, on whole pixels of the design. */
function box(left: number, top: number, width: number, height: number): string {
  return `M${left} ${Math.round(top)}h${width}v${Math.max(1, Math.round(height))}h-${width}z`;
}

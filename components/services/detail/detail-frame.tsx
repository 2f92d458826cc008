'use client';

import { clsx } from 'clsx';
import { useRef, useState, type ReactNode } from 'react';

/** Height of the sheet when it comes up, in pixels of the design. */
const restingPx = 268;

type DetailFrameProps = {
  label: string;
  phone: boolean;
  /** Beside the list wherever it has half a page left; else the panel lies over it below 1360 pixels. */
  beside: boolean;
  /** A packet is followed: its picture takes twice the room, over the list. */
  wide: boolean;
  children: ReactNode;
};

/** The panel beside the list; on a phone a sheet over its lower part, drawn up to full height. */
export function DetailFrame({ label, phone, beside, wide, children }: DetailFrameProps) {
  if (phone) return <Sheet label={label}>{children}</Sheet>;
  return (
    <aside
      aria-label={label}
      className={clsx(
        'flex w-99 flex-none flex-col overflow-y-auto border-l border-line bg-surface px-5 pt-3 [scrollbar-width:thin] vast:w-110 in-data-presenter:w-115',
        wide &&
          'min-[80rem]:absolute min-[80rem]:inset-y-0 min-[80rem]:right-0 min-[80rem]:z-4 min-[80rem]:w-[55rem] min-[80rem]:shadow-[-12px_0_24px_rgb(0_0_0/0.06)]',
        beside
          ? 'max-[72rem]:absolute max-[72rem]:inset-y-0 max-[72rem]:right-0 max-[72rem]:z-4 max-[72rem]:shadow-[-12px_0_24px_rgb(0_0_0/0.06)]'
          : 'max-wide:absolute max-wide:inset-y-0 max-wide:right-0 max-wide:z-4 max-wide:shadow-[-12px_0_24px_rgb(0_0_0/0.06)]',
      )}
    >
      {children}
    </aside>
  );
}

function Sheet({ label, children }: { label: string; children: ReactNode }) {
  const [height, setHeight] = useState<number | null>(restingPx);
  const drag = useRef<{ y: number; height: number; moved: boolean } | null>(null);
  const sheetRef = useRef<HTMLElement>(null);
  return (
    <aside
      ref={sheetRef}
      aria-label={label}
      className="fixed inset-x-0 bottom-(--bottom-bar) z-15 flex max-h-[calc(100dvh-var(--bottom-bar)-var(--bar))] flex-col overflow-y-auto overscroll-contain rounded-t-[12px] border-t border-line-strong bg-surface px-4 shadow-[0_-8px_24px_rgb(0_0_0/0.08)]"
      style={{ height: height === null ? '100dvh' : height }}
    >
      <button
        type="button"
        aria-expanded={height === null}
        aria-label={height === null ? 'Make the panel small' : 'Make the panel tall'}
        className="sticky top-0 z-1 -mx-4 flex h-6 flex-none touch-none items-start justify-center bg-surface pt-1.5"
        onClick={() => {
          // A drag ends in a click too.
          if (drag.current?.moved !== true) setHeight(height === null ? restingPx : null);
          drag.current = null;
        }}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          drag.current = {
            y: event.clientY,
            height: sheetRef.current?.offsetHeight ?? restingPx,
            moved: false,
          };
        }}
        onPointerMove={(event) => {
          if (!event.currentTarget.hasPointerCapture(event.pointerId) || drag.current === null) return;
          if (!drag.current.moved && Math.abs(event.clientY - drag.current.y) < 4) return;
          drag.current.moved = true;
          setHeight(Math.max(120, drag.current.height + drag.current.y - event.clientY));
        }}
      >
        <span aria-hidden className="h-1 w-9 rounded-full bg-line-strong" />
      </button>
      {children}
    </aside>
  );
}

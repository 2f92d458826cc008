'use client';

import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useEffect, useRef } from 'react';
import { Button, IconButton } from '@/components/ui/button';
import type { TourStop } from '@/lib/learn/tour/tour-stop';
import { tourLength } from './tour-href';
import { useTourKeys } from './use-tour-keys';
import { useTourPlace } from './use-tour-place';

type TourCardProps = {
  stop: TourStop;
  number: number;
  onGo: (number: number) => void;
  onEnd: () => void;
};

/** A stop: a light on what is shown, and the card that speaks of it. The page below stays in use. */
export function TourCard({ stop, number, onGo, onEnd }: TourCardProps) {
  const cardRef = useRef<HTMLDivElement>(null);
  const spotRef = useRef<HTMLDivElement>(null);
  const opener = useRef<Element | null>(null);
  const sight = useTourPlace({ target: stop.target, cardRef, spotRef });
  const isFirst = number === 1;
  const isLast = number === tourLength;
  const onBack = () => {
    if (!isFirst) onGo(number - 1);
  };
  const onNext = () => (isLast ? onEnd() : onGo(number + 1));
  useTourKeys({ cardRef, onBack, onNext });
  useEffect(() => {
    // What had the focus may have left with the page before.
    const card = cardRef.current;
    if (card !== null && !card.contains(document.activeElement)) card.focus({ preventScroll: true });
  }, [number]);
  return (
    <Dialog.Root open modal={false} onOpenChange={(open) => !open && onEnd()}>
      <Dialog.Portal>
        <div
          ref={spotRef}
          aria-hidden
          data-tour-spot
          className="pointer-events-none fixed z-30 rounded-control border-2 border-accent shadow-[0_0_0_200vmax_var(--scrim)]"
        />
        <Dialog.Content
          ref={cardRef}
          tabIndex={-1}
          onInteractOutside={(event) => event.preventDefault()}
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            opener.current = document.activeElement;
            cardRef.current?.focus({ preventScroll: true });
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            const from = opener.current;
            if (from instanceof HTMLElement && from.isConnected && from !== document.body) from.focus();
            else document.getElementById('main')?.focus({ preventScroll: true });
          }}
          className="fixed z-40 w-[min(23rem,calc(100vw-1.5rem))] rounded-control border border-line-strong bg-raised p-4 outline-none"
        >
          <div className="flex items-center gap-2 text-small text-muted">
            <span className="flex-1">
              Guided tour, stop {number} of {tourLength}
            </span>
            <IconButton label="End the tour (Esc)" onClick={onEnd} className="-my-2 -mr-2">
              <X aria-hidden size={16} strokeWidth={1.6} />
            </IconButton>
          </div>
          <div aria-live="polite" aria-atomic>
            <Dialog.Title className="mt-1 text-lead font-semibold">{stop.title}</Dialog.Title>
            <Dialog.Description className="mt-1 text-pretty">{stop.text}</Dialog.Description>
            {sight === 'missing' && (
              <p className="mt-2 text-pretty text-warn">
                It is not on this page now: the page has nothing to show there yet, or could not ask. The tour
                goes on.
              </p>
            )}
          </div>
          <div className="mt-3 flex items-center gap-2">
            <Button
              size="small"
              aria-disabled={isFirst}
              title="Back (←)"
              onClick={onBack}
              className="aria-disabled:opacity-50"
            >
              Back
            </Button>
            <Button
              size="small"
              kind="primary"
              title={isLast ? 'End the tour (→)' : 'Next (→)'}
              onClick={onNext}
            >
              {isLast ? 'Done' : 'Next'}
            </Button>
            <span className="ml-auto text-small text-muted max-desk:hidden">← → to move, Esc to end</span>
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

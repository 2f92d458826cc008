import { useEffect, useEffectEvent, type RefObject } from 'react';

type TourKeys = { cardRef: RefObject<HTMLElement | null>; onBack: () => void; onNext: () => void };

/**
 * ← and → move the tour while the focus is in its card, or nowhere in particular. It hears them first: a simulator
 * would step at the same keys.
 */
export function useTourKeys({ cardRef, onBack, onNext }: TourKeys): void {
  const hear = useEffectEvent((event: KeyboardEvent) => {
    if (event.metaKey || event.ctrlKey || event.altKey || event.shiftKey) return;
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const { target } = event;
    if (!(target instanceof HTMLElement)) return;
    const isNowhere = target === document.body || target.id === 'main';
    if (!isNowhere && cardRef.current?.contains(target) !== true) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'ArrowLeft') onBack();
    else onNext();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => hear(event);
    document.addEventListener('keydown', listener, { capture: true });
    return () => document.removeEventListener('keydown', listener, { capture: true });
  }, []);
}

import { useEffect, useState, type RefObject } from 'react';
import { cardPlace, type Box } from '@/lib/learn/tour/card-place';
import { revealTarget, visibleTarget } from './reveal-target';

/** Whether what a stop shows is there: a page may still be asking for it. */
type TourSight = 'looking' | 'found' | 'missing';

const patienceMs = 5000;
/** What comes later may push a target out of sight again: for so long it is brought back, once a smooth scroll is over. */
const settlingMs = 8000;
const scrollMs = 800;
const marginPx = 12;
const haloPx = 6;

type TourPlaceProps = {
  target: string;
  cardRef: RefObject<HTMLElement | null>;
  spotRef: RefObject<HTMLElement | null>;
};

/**
 * Keeps the card beside a stop's target and the light on it, frame by frame, whatever scrolls, grows or moves; tells
 * whether the target is there.
 */
export function useTourPlace({ target, cardRef, spotRef }: TourPlaceProps): TourSight {
  const [told, setTold] = useState<{ target: string; sight: TourSight }>({ target, sight: 'looking' });
  useEffect(() => {
    const startMs = performance.now();
    let revealed: HTMLElement | null = null;
    let revealedMs = 0;
    let isReadersOwn = false;
    const take = () => {
      isReadersOwn = true;
    };
    for (const gesture of gestures) window.addEventListener(gesture, take, { passive: true });
    let frame = requestAnimationFrame(function place() {
      frame = requestAnimationFrame(place);
      const element = visibleTarget(target);
      const nowMs = performance.now();
      const isSettling = !isReadersOwn && nowMs - startMs < settlingMs && nowMs - revealedMs > scrollMs;
      if (element !== null && (element !== revealed || (isSettling && isOutOfSight(element)))) {
        revealed = element;
        revealedMs = nowMs;
        revealTarget(element);
      }
      const sight =
        element !== null ? 'found' : performance.now() - startMs > patienceMs ? 'missing' : 'looking';
      setTold((was) => (was.target === target && was.sight === sight ? was : { target, sight }));
      const box = element === null ? null : haloOf(element);
      if (cardRef.current !== null) placeCard(cardRef.current, box);
      if (spotRef.current !== null) placeSpot(spotRef.current, box);
    });
    return () => {
      cancelAnimationFrame(frame);
      for (const gesture of gestures) window.removeEventListener(gesture, take);
    };
  }, [target, cardRef, spotRef]);
  return told.target === target ? told.sight : 'looking';
}

/** Who scrolls has the page to himself from then on. */
const gestures = ['wheel', 'touchmove'] as const;

function isOutOfSight(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom <= 0 || top >= window.innerHeight;
}

function haloOf(element: HTMLElement): Box {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x: x - haloPx, y: y - haloPx, width: width + 2 * haloPx, height: height + 2 * haloPx };
}

function placeCard(card: HTMLElement, target: Box | null): void {
  const top = document.querySelector('header')?.getBoundingClientRect().bottom ?? 0;
  const nav = document.querySelector('nav')?.getBoundingClientRect();
  // The rail of a phone lies along the bottom.
  const bottom = nav !== undefined && nav.width > nav.height ? nav.top : window.innerHeight;
  const { clientWidth } = document.documentElement;
  const room = {
    x: marginPx,
    y: top + marginPx,
    width: clientWidth - 2 * marginPx,
    height: bottom - top - 2 * marginPx,
  };
  const { x, y } = cardPlace(target, { width: card.offsetWidth, height: card.offsetHeight }, room);
  card.style.left = `${Math.round(x)}px`;
  card.style.top = `${Math.round(y)}px`;
}

function placeSpot(spot: HTMLElement, target: Box | null): void {
  spot.hidden = target === null;
  if (target === null) return;
  spot.style.left = `${target.x}px`;
  spot.style.top = `${target.y}px`;
  spot.style.width = `${target.width}px`;
  spot.style.height = `${target.height}px`;
}

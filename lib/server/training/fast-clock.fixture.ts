import type { Clock } from './api-server/clock';

/** How soon what was held is tried again. */
const heldMs = 10;

/**
 * A clock that runs several times as fast as ours, and began so long ago that it stays behind it for a test's time.
 * While `isHeld` says so nothing that was due comes.
 */
export function fastClock(speed: number, isHeld: () => boolean = () => false): Clock {
  const startMs = Date.now();
  const behindMs = 3_600_000;
  return {
    nowMs: () => startMs - behindMs + (Date.now() - startMs) * speed,
    after(delayMs, callback) {
      let timer = setTimeout(come, Math.min(delayMs / speed, 2 ** 31 - 1)).unref();
      function come(): void {
        if (isHeld()) timer = setTimeout(come, heldMs).unref();
        else callback();
      }
      return () => clearTimeout(timer);
    },
  };
}

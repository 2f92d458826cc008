import type { Clock } from './api-server/clock';

/** A clock that runs several times as fast as ours, and began so long ago that it stays behind it for a test's time. */
export function fastClock(speed: number): Clock {
  const startMs = Date.now();
  const behindMs = 3_600_000;
  return {
    nowMs: () => startMs - behindMs + (Date.now() - startMs) * speed,
    after(delayMs, callback) {
      const timer = setTimeout(callback, Math.min(delayMs / speed, 2 ** 31 - 1));
      timer.unref();
      return () => clearTimeout(timer);
    },
  };
}

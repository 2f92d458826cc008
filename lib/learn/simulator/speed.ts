/** How fast a simulator plays, as its link writes it. */
export const speeds = ['0.5', '1', '2'] as const;
/** How many times as fast as normal it plays. */
export type Speed = (typeof speeds)[number];

/** A step's time at normal speed. */
const stepMs = 1400;

/** Gives how long a step stays before the next one, in milliseconds. */
export function stepTimeMs(speed: Speed): number {
  return stepMs / Number(speed);
}

/** Gives the speed after this one; after the fastest comes the slowest. */
export function nextSpeed(speed: Speed): Speed {
  return speeds[(speeds.indexOf(speed) + 1) % speeds.length] ?? speed;
}

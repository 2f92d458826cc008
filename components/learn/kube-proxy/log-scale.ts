/** A slider's steps on a logarithmic scale: as fine at ten as at ten thousand. */
export const SCALE_STEPS = 300;

/** Gives the place of a number of 1 to `most`, 0 to `SCALE_STEPS`. */
export function toStep(value: number, most: number): number {
  return Math.round((Math.log(value) / Math.log(most)) * SCALE_STEPS);
}

/** Gives the number at a place, rounded to two figures, as one would say it. */
export function fromStep(step: number, most: number): number {
  const value = most ** (step / SCALE_STEPS);
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1);
  return Math.min(most, Math.max(1, Math.round(value / unit) * unit));
}

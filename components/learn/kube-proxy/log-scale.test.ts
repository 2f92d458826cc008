import { describe, expect, it } from 'vitest';
import { fromStep, SCALE_STEPS, toStep } from './log-scale';

describe('a logarithmic scale', () => {
  it('reaches both ends', () => {
    expect([fromStep(0, 30_000), fromStep(SCALE_STEPS, 30_000)]).toEqual([1, 30_000]);
    expect([toStep(1, 500), toStep(500, 500)]).toEqual([0, SCALE_STEPS]);
  });

  it('never goes back, and every number it gives is whole', () => {
    let last = 0;
    for (let step = 0; step <= SCALE_STEPS; step += 1) {
      const value = fromStep(step, 30_000);
      expect(Number.isInteger(value)).toBe(true);
      expect(value).toBeGreaterThanOrEqual(last);
      last = value;
    }
  });
});

import { describe, expect, it } from 'vitest';
import { accelerations, defaultXdpParameters, traffics } from '@/lib/learn/xdp/xdp-parameters';
import { xdpWalk } from '@/lib/learn/xdp/xdp-walk';
import { stackLayout } from './stack-layout';

const radius = 10.5;
const cases = accelerations.flatMap((acceleration) =>
  traffics.flatMap((traffic) =>
    [1, 2, 4].flatMap((count) => [true, false].map((isTall) => ({ acceleration, traffic, count, isTall }))),
  ),
);

describe('the picture of the layers', () => {
  it.each(cases)('$acceleration, $traffic, $count devices, tall $isTall: stations stand apart', (each) => {
    const { acceleration, traffic, count, isTall } = each;
    const nics = Array.from({ length: count }, () => 'mlx5');
    for (const arrivesAt of [0, count - 1]) {
      const { steps } = xdpWalk({ ...defaultXdpParameters, acceleration, traffic, nics, arrivesAt });
      const { points, paths, width, height, nics: boxes } = stackLayout(steps, count, arrivesAt, isTall);
      expect([points.length, paths.length]).toEqual([steps.length, steps.length]);
      for (const [index, point] of points.entries()) {
        expect(point.x - radius).toBeGreaterThanOrEqual(boxes[0]?.x ?? 0);
        expect(point.x + radius).toBeLessThanOrEqual(width);
        expect(point.y + radius).toBeLessThanOrEqual(height);
        for (const other of points.slice(index + 1))
          expect(Math.hypot(point.x - other.x, point.y - other.y)).toBeGreaterThan(2 * radius);
      }
    }
  });
});

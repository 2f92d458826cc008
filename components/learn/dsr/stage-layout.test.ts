import { describe, expect, test } from 'vitest';
import * as known from '@/lib/learn/dsr/dsr-parameters';
import { defaultDsrParameters, type DsrParameters } from '@/lib/learn/dsr/dsr-parameters';
import { dsrWalk } from '@/lib/learn/dsr/dsr-walk';
import { stageSlot, type Box, type Point } from './stage-slot';
import { tallLayout } from './tall-layout';
import { wideLayout } from './wide-layout';

const stationRadius = 10.5;

const cases: DsrParameters[] = known.modes.flatMap((mode) =>
  known.dispatches.flatMap((dispatch) =>
    known.routings.flatMap((routing) =>
      known.backendPlaces.map((backend) => ({ ...defaultDsrParameters, mode, dispatch, routing, backend })),
    ),
  ),
);

const isIn = ({ x, y }: Point, box: Box) =>
  x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;

describe.each([
  ['wide', wideLayout],
  ['tall', tallLayout],
] as const)('the %s picture', (_, layoutOf) => {
  test.each(cases)(
    '$mode $dispatch $routing, pod $backend: stations stand apart, and where they happen',
    (parameters) => {
      const { hops } = dsrWalk(parameters).walk;
      const { points, width, height, client, nodes, pod, paths } = layoutOf(
        hops,
        parameters.backend === 'local',
      );
      expect([points.length, paths.length]).toEqual([hops.length, hops.length]);
      for (const [index, point] of points.entries()) {
        expect(point.x).toBeGreaterThanOrEqual(stationRadius);
        expect(point.x).toBeLessThanOrEqual(width - stationRadius);
        expect(point.y).toBeGreaterThanOrEqual(stationRadius);
        expect(point.y).toBeLessThanOrEqual(height - stationRadius);
        for (const other of points.slice(index + 1))
          expect(Math.hypot(point.x - other.x, point.y - other.y)).toBeGreaterThan(2 * stationRadius);
        const hop = hops[index];
        if (hop === undefined) throw new Error('a point without a hop');
        const slot = stageSlot(hop);
        const inNodes = nodes.map((box) => isIn(point, box));
        if (slot.endsWith('on node 1')) expect(inNodes).toEqual([true, false]);
        else if (slot.endsWith('on node 2')) expect(inNodes).toEqual([false, true]);
        else if (slot.startsWith('pod')) expect(isIn(point, pod)).toBe(true);
        else if (slot.startsWith('client')) expect(isIn(point, client)).toBe(true);
        else expect(inNodes).toEqual([false, false]);
      }
    },
  );
});

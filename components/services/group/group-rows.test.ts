import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FrontendView } from '@/lib/snapshot/frontend-view';
import { backendFixture, frontendFixture } from '../frontend.fixture';
import { layoutMap, mapMetrics, rowsIn } from '../map/map-layout';
import { moveCursor, type Cursor } from '../map/move-cursor';
import { groupFrontends, owners } from '../map/service-block';
import { groupRows } from './group-rows';
import { groupings, groupTitle, type Grouping } from './row-group';
import { depthOf, isGroupCollapsed, zoomBy, zooms } from './zoom';

const on = (node: string | null, zone: string | null = null) =>
  ({ kind: 'pod', namespace: 'shop', name: 'web', workload: 'web', node, zone }) as const;
const rows = [
  frontendFixture('10.96.0.1', {
    backends: [
      backendFixture('10.1.0.1', { target: on('node-10', 'east') }),
      backendFixture('10.1.0.2', { target: on('node-2', 'west') }),
    ],
  }),
  frontendFixture('0.0.0.0', {
    type: 'NodePort',
    port: 30080,
    backends: [backendFixture('10.1.0.1', { target: on('node-10', 'east') })],
  }),
  frontendFixture('10.96.0.9', { service: { namespace: 'shop', name: 'empty', portName: null } }),
];
const grouped = (frontends: readonly FrontendView[], by: Grouping) =>
  groupRows(groupFrontends(frontends, owners(frontends)), by);

describe('groupRows', () => {
  test('under a node stand the frontends with a backend there, and of their backends those', () => {
    expect(
      grouped(rows, 'node').map((group) => [
        groupTitle(group),
        group.blocks.map(({ name, frontends }) => [
          name,
          frontends.map(({ ip, backends }) => [ip, backends.map((backend) => backend.ip)]),
        ]),
      ]),
    ).toEqual([
      ['node-2', [['web', [['10.96.0.1', ['10.1.0.2']]]]]],
      [
        'node-10',
        [
          [
            'web',
            [
              ['10.96.0.1', ['10.1.0.1']],
              ['0.0.0.0', ['10.1.0.1']],
            ],
          ],
        ],
      ],
      ['On no node', [['empty', [['10.96.0.9', []]]]]],
    ]);
  });

  test('types stand in the order of their chips', () => {
    expect(grouped(rows, 'type').map(({ value }) => value)).toEqual(['ClusterIP', 'NodePort']);
  });

  const anyRows = fc.uniqueArray(
    fc
      .record({
        at: fc.nat(8),
        type: fc.constantFrom('ClusterIP' as const, 'NodePort' as const, null),
        name: fc.constantFrom('a', 'b'),
        nodes: fc.array(fc.constantFrom('n1', 'n2', null), { maxLength: 4 }),
      })
      .map(({ at, type, name, nodes }) =>
        frontendFixture(`10.96.0.${at}`, {
          type,
          service: { namespace: 'shop', name, portName: null },
          backends: nodes.map((node, slot) =>
            backendFixture(`10.1.0.${slot}`, { target: on(node, node === null ? null : `zone-${node}`) }),
          ),
        }),
      ),
    { selector: ({ key }) => key, maxLength: 6 },
  );

  test('every frontend and every backend slot is somewhere, no slot twice, and the keyboard reaches each row', () => {
    fc.assert(
      fc.property(anyRows, fc.constantFrom(...groupings), (frontends, by) => {
        const groups = grouped(frontends, by);
        const slots = groups.flatMap(({ blocks }) =>
          blocks.flatMap((block) =>
            block.frontends.flatMap(({ key, backends }) => backends.map(({ ip }) => `${key} ${ip}`)),
          ),
        );
        expect(slots.sort()).toEqual(
          frontends.flatMap(({ key, backends }) => backends.map(({ ip }) => `${key} ${ip}`)).sort(),
        );
        const layout = layoutMap(
          groups,
          () => true,
          () => false,
          mapMetrics,
        );
        const drawn = rowsIn(layout, 0, layout.height + 1).frontends;
        expect(new Set(drawn.map(({ view }) => view.key))).toEqual(new Set(frontends.map(({ key }) => key)));
        const reached: Cursor[] = [];
        for (let at = moveCursor(layout, null, 'first'); at !== null && at !== reached.at(-1);) {
          reached.push(at);
          const next = moveCursor(layout, at, 'down');
          if (JSON.stringify(next) === JSON.stringify(at)) break;
          at = next;
        }
        expect(reached).toHaveLength(drawn.length);
      }),
      { numRuns: 200 },
    );
  });
});

describe('zoom', () => {
  test('steps stay within its four places', () => {
    expect(zooms.map((zoom) => zoomBy(zoom, 1))).toEqual(['services', 'frontends', 'backends', 'backends']);
    expect(zooms.map((zoom) => zoomBy(zoom, -1))).toEqual(['totals', 'totals', 'services', 'frontends']);
  });

  test('what was opened shows everything, whatever the zoom', () => {
    for (const zoom of zooms) {
      const openings = { zoom, closed: [], open: ['shop', 'service shop/web'] };
      expect(isGroupCollapsed(openings, 'shop')).toBe(false);
      expect(depthOf(openings, 'service shop/web')).toBe('backends');
    }
    expect(isGroupCollapsed({ zoom: 'totals', closed: [], open: [] }, 'shop')).toBe(true);
    expect(depthOf({ zoom: 'services', closed: [], open: [] }, 'service shop/web')).toBe('services');
  });
});

import { describe, expect, test } from 'vitest';
import type { FrontendView } from '@/lib/snapshot/frontend-view';
import { backendFixture, frontendFixture } from '../frontend.fixture';
import { mapColumns } from './map-columns';
import { layoutMap, mapMetrics, rowsIn } from './map-layout';
import type { LinkScene } from './map-links';
import { visibleLinks } from './map-links';
import { layoutNodes } from './node-column';
import { groupFrontends, owners } from './service-block';
import { isFrontendOn, traceOf } from './trace';
import { problemFixture } from '@/lib/snapshot/problem.fixture';

function scene(frontends: readonly FrontendView[], over: Partial<LinkScene> = {}): LinkScene {
  const layout = layoutMap(
    groupFrontends(frontends, owners(frontends)),
    () => false,
    () => false,
  );
  return {
    layout,
    columns: mapColumns(976),
    nodes: layoutNodes(['a', 'b'], ['gone', 'outside'], 600),
    nodesScrollTop: 0,
    scrollTop: 0,
    viewHeight: 600,
    selected: traceOf(layout, null),
    hovered: traceOf(layout, null),
    selectedBlock: null,
    ...over,
  };
}

const gone = {
  kind: 'unknown',
  namespace: null,
  name: null,
  workload: null,
  node: null,
  zone: null,
} as const;

describe('visibleLinks', () => {
  test('starts and ends six pixels outside the text, in the gutters only', () => {
    const { columns } = scene([]);
    const links = visibleLinks(
      scene([frontendFixture('10.96.0.1', { backends: [backendFixture('10.1.0.1')] })]),
    );
    expect(links.map(({ x1, x2 }) => [x1, x2])).toEqual([
      [24 + 408 + 6, columns.backends.left - 6],
      [columns.backends.left + 264 + 6, columns.nodes.left - 1],
    ]);
  });

  test('dashes what only some nodes have, dots what takes no new connections, marks leftovers', () => {
    const backends = [
      backendFixture('10.1.0.1'),
      backendFixture('10.1.0.2', { nodes: ['a'] }),
      backendFixture('10.1.0.3', { state: 'terminating' }),
      backendFixture('10.1.0.4', { nodes: ['b'], target: gone }),
    ];
    const problems = [problemFixture('leftover-backend', { backend: '10.1.0.4:8080/TCP', nodes: ['b'] })];
    const links = visibleLinks(scene([frontendFixture('10.96.0.1', { backends, problems })]));
    const toBackends = links.filter(({ x1 }) => x1 < 500).sort((a, b) => a.y2 - b.y2);
    expect(toBackends.map(({ dash, tone }) => `${dash} ${tone}`)).toEqual([
      'solid rest',
      'some-nodes rest',
      'no-new rest',
      'some-nodes bad',
    ]);
  });

  test('to backends summed up leads a dashed line where nodes have backends of their own', () => {
    const ofOne = ['a', 'b'].map((node, n) => backendFixture(`10.1.0.${n}`, { nodes: [node] }));
    const frontends = [
      frontendFixture('10.96.0.1', { ownBackends: true, backends: ofOne }),
      frontendFixture('10.96.0.2', { backends: [backendFixture('10.1.0.9')] }),
    ];
    const layout = layoutMap(
      groupFrontends(frontends, owners(frontends)),
      () => false,
      () => false,
      mapMetrics,
      () => 'frontends',
    );
    const links = visibleLinks(scene(frontends, { layout })).toSorted((a, b) => a.y1 - b.y1);
    expect(links.map(({ dash }) => dash)).toEqual(['some-nodes', 'solid']);
  });

  test('spreads the ends on a node in row order, so that no two meet', () => {
    const backends = [1, 2, 3, 4].map((n) => backendFixture(`10.1.0.${n}`));
    const ends = visibleLinks(scene([frontendFixture('10.96.0.1', { backends })])).filter(
      ({ x1 }) => x1 > 500,
    );
    expect(ends.toSorted((a, b) => a.y1 - b.y1)).toEqual(ends.toSorted((a, b) => a.y2 - b.y2));
    expect(new Set(ends.map(({ y2 }) => y2)).size).toBe(4);
  });

  test('draws the rows in view only, whatever the size of the list', () => {
    const many = Array.from({ length: 2000 }, (_, n) =>
      frontendFixture(`10.96.${n >> 8}.${n & 255}`, {
        service: { namespace: 'shop', name: `web-${n}`, portName: null },
        backends: [backendFixture(`10.1.${n >> 8}.${n & 255}`)],
      }),
    );
    const links = visibleLinks(scene(many, { scrollTop: 20_000 }));
    expect(links.length).toBeGreaterThan(30);
    expect(links.length).toBeLessThan(60);
    expect(links.every(({ y1 }) => y1 > -24 && y1 < 624)).toBe(true);
  });

  test('the selected path lies on top, its siblings step back', () => {
    const backends = [backendFixture('10.1.0.1')];
    const rows = [frontendFixture('10.96.0.1', { backends }), frontendFixture('10.96.0.2', { backends })];
    const { layout } = scene(rows);
    const selected = traceOf(layout, { kind: 'frontend', key: '10.96.0.2:80/TCP' });
    const links = visibleLinks(scene(rows, { selected, selectedBlock: layout.blocks[0]?.block.id ?? null }));
    expect(links.map(({ tone }) => tone)).toEqual(['quiet', 'selected', 'selected']);
  });
});

describe('traceOf', () => {
  const shared = backendFixture('10.1.0.1');
  const rows = [
    frontendFixture('10.96.0.1', { backends: [shared] }),
    frontendFixture('10.96.0.2', {
      backends: [shared, backendFixture('10.1.0.2', { target: { ...shared.target, node: 'b' } })],
    }),
  ];
  const { layout } = scene(rows);

  test('a frontend leads to its backends and their nodes', () => {
    const { backends, ends } = traceOf(layout, { kind: 'frontend', key: '10.96.0.2:80/TCP' });
    expect([...backends]).toEqual([
      'service shop/web 10.1.0.1:8080/TCP',
      'service shop/web 10.1.0.2:8080/TCP',
    ]);
    expect([...ends]).toEqual(['node:a', 'node:b']);
  });

  test('a node leads back to every frontend that can reach it', () => {
    const { frontends } = rowsIn(layout, 0, layout.height);
    const leadingTo = (id: 'node:a' | 'node:b') => {
      const trace = traceOf(layout, { kind: 'node', id });
      return frontends.filter((row) => isFrontendOn(trace, row)).map(({ view }) => view.ip);
    };
    expect(leadingTo('node:a')).toEqual(['10.96.0.1', '10.96.0.2']);
    expect(leadingTo('node:b')).toEqual(['10.96.0.2']);
  });
});

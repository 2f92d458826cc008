import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Mask } from '@/lib/export/mask';
import { MaskVocabulary } from '@/lib/export/mask-vocabulary';
import { mapSvg } from '@/lib/export/map-svg';
import { randomCluster } from '@/lib/export/random-cluster.fixture';
import { agentView } from '@/lib/snapshot/snapshot.fixture';
import type { FrontendView } from '@/lib/snapshot/frontend-view';
import type { AgentView } from '@/lib/snapshot/agent-view';
import { backendFixture, frontendFixture } from '../frontend.fixture';
import { groupFrontends, owners } from '../map/service-block';
import { nodeFacts, nodeRows } from '../node-facts';
import { mapDrawingOf, type PicturedMap } from './map-drawing-of';

const head = {
  product: 'KPR Explorer 0',
  source: 'prod',
  exportedAt: '2026-01-31T08:14:02.123Z',
  filter: null,
  masked: false,
};

function mapOf(
  frontends: readonly FrontendView[],
  agents: readonly AgentView[],
  over: Partial<PicturedMap> = {},
): PicturedMap {
  return {
    groups: groupFrontends(frontends, owners(frontends)),
    nodes: nodeFacts(agents, nodeRows(frontends)),
    ends: [],
    goneCount: 0,
    agents: agents.length,
    openings: { zoom: 'backends', closed: [], open: [] },
    isFoldOpen: () => false,
    shortNode: (node) => node,
    ...over,
  };
}

const agents = [agentView('a'), agentView('b')];

test('every row is drawn, whatever a screen would show of it', () => {
  const frontends = Array.from({ length: 300 }, (_, at) =>
    frontendFixture(`10.96.1.${at}`, {
      key: `10.96.1.${at}:80/TCP`,
      service: { namespace: 'shop', name: `web-${at}`, portName: null },
      backends: [backendFixture(`10.0.${at >> 8}.${at & 255}`)],
    }),
  );
  const drawing = mapDrawingOf(mapOf(frontends, agents), null, 2000);
  expect(drawing.frontends).toHaveLength(300);
  expect(drawing.backends).toHaveLength(300);
  expect(drawing.links.length).toBe(600);
  expect(drawing.leftOut).toBeNull();
});

test('what is too much is left out, and said', () => {
  const backends = Array.from({ length: 500 }, (_, at) => backendFixture(`10.0.${at >> 8}.${at & 255}`));
  const drawing = mapDrawingOf(mapOf([frontendFixture('10.96.0.1', { backends })], agents), null, 100);
  expect(drawing.height).toBeLessThanOrEqual(100 * 24 + 12);
  expect(drawing.backends.length).toBeLessThan(100);
  const svg = mapSvg(drawing, head, 'dark');
  expect(svg).toContain(`${500 - drawing.backends.length} backends. CSV and JSON have all of them.`);
});

test('a closed namespace is one row, with its counts', () => {
  const frontends = [frontendFixture('10.96.0.1', { backends: [backendFixture('10.0.0.1')] })];
  const drawing = mapDrawingOf(
    mapOf(frontends, agents, {
      openings: { zoom: 'backends', closed: ['shop'], open: [] },
    }),
    null,
    100,
  );
  expect(drawing.frontends).toEqual([]);
  expect(drawing.heads).toMatchObject([{ title: 'shop', note: 'folded: 1 frontend, 1 backend' }]);
  expect(drawing.leftOut).toBeNull();
});

test('zoomed out, a Service is a line and its backends a sum: nothing is called left out', () => {
  const backends = [backendFixture('10.0.0.1'), backendFixture('10.0.0.2', { state: 'terminating' })];
  const frontends = [frontendFixture('10.96.0.1', { backends })];
  const at = (zoom: 'services' | 'frontends') =>
    mapDrawingOf(mapOf(frontends, agents, { openings: { zoom, closed: [], open: [] } }), null, 100);
  expect(at('services')).toMatchObject({
    frontends: [],
    lines: [{ title: 'web', note: '1 frontend; 1 active, 1 terminating' }],
    leftOut: null,
  });
  expect(at('frontends')).toMatchObject({
    backends: [],
    sums: [{ note: '1 active, 1 terminating' }],
    leftOut: null,
  });
  expect(at('frontends').frontends).toHaveLength(1);
  expect(at('frontends').links).toHaveLength(1);
});

test('all nodes have a place, however many', () => {
  const many = Array.from({ length: 120 }, (_, at) => agentView(`node-${at}`));
  const drawing = mapDrawingOf(mapOf([frontendFixture('10.96.0.1')], many), null, 200);
  expect(drawing.nodes).toHaveLength(120);
  drawing.nodes.forEach(({ top }, at) => {
    const before = drawing.nodes[at - 1];
    expect(top).toBeGreaterThanOrEqual(before === undefined ? 0 : before.top + before.height);
  });
  expect(drawing.nodes.at(-1)?.top).toBeLessThan(drawing.height);
});

describe('the SVG', () => {
  const hostile = `</text><script>alert(1)</script>"'&\u0000\u202e\ud800<image href="http://x"/>`;

  test('has no element of the cluster’s making', () => {
    const frontend = frontendFixture('10.96.0.1', {
      service: { namespace: hostile, name: hostile, portName: null },
      backends: [
        backendFixture('10.0.0.1', {
          target: {
            kind: 'pod',
            namespace: hostile,
            name: hostile,
            workload: hostile,
            node: hostile,
            zone: hostile,
          },
        }),
      ],
    });
    const svg = mapSvg(
      mapDrawingOf(mapOf([frontend], agents), null, 100),
      { ...head, source: hostile, filter: hostile },
      'light',
    );
    const elements = new Set([...svg.matchAll(/<\/?([a-zA-Z!?][\w-]*)/g)].map(([, name]) => name));
    expect([...elements].sort()).toEqual(
      ['circle', 'g', 'path', 'rect', 'style', 'svg', 'text', 'title', 'tspan'].filter((name) =>
        elements.has(name),
      ),
    );
    expect(svg).not.toMatch(/[\u0000-\u0008\u202e]/);
    expect(svg.isWellFormed()).toBe(true);
  });

  test('says title, filter, source and time', () => {
    const svg = mapSvg(
      mapDrawingOf(mapOf([frontendFixture('10.96.0.1')], agents), null, 100),
      { ...head, filter: 'type NodePort' },
      'light',
    );
    for (const words of [
      'Service map',
      'Filter: type NodePort.',
      'prod',
      '2026-01-31 08:14:02 UTC',
      'KPR Explorer 0',
      '1 frontend, 0 backends, 2 nodes',
    ]) {
      expect(svg).toContain(words);
    }
  });

  test('has no name or address of a random cluster when it is masked, and links as many', () => {
    fc.assert(
      fc.property(randomCluster, ({ frontends, agents: all, names, addresses }) => {
        const known = new MaskVocabulary();
        known.agents(all);
        for (const frontend of frontends) known.frontend(frontend);
        for (const frontend of frontends) known.texts(frontend);
        const map = mapOf(frontends, all);
        const masked = mapDrawingOf(map, Mask.of(known), 2000);
        const svg = mapSvg(masked, { ...head, masked: true }, 'light');
        expect([...names, ...addresses].filter((original) => svg.includes(original))).toEqual([]);
        expect(masked.links).toHaveLength(mapDrawingOf(map, null, 2000).links.length);
      }),
      { numRuns: 60 },
    );
  });
});

test('a masked picture has the node addresses unfolded that are so on screen', () => {
  const at = (ip: string, name: string, port: number) =>
    frontendFixture(ip, { type: 'NodePort', port, service: { namespace: 'shop', name, portName: null } });
  const frontends = ['web', 'api'].flatMap((name, n) => [
    at('0.0.0.0', name, 30_080 + n),
    at('192.168.0.7', name, 30_080 + n),
  ]);
  const map = mapOf(frontends, agents, { isFoldOpen: (key) => key === '0.0.0.0:30080/TCP' });
  const known = new MaskVocabulary();
  for (const frontend of frontends) known.frontend(frontend);
  const suffixes = (mask: Mask | null) => mapDrawingOf(map, mask, 100).frontends.map(({ suffix }) => suffix);
  expect(suffixes(null)).toEqual([' +1', '', '']);
  expect(suffixes(Mask.of(known))).toEqual(suffixes(null));
});

test('a group in which the picture ends tells how many Services it has in all', () => {
  const frontends = Array.from({ length: 30 }, (_, at) =>
    frontendFixture(`10.96.1.${at}`, { service: { namespace: 'shop', name: `web-${at}`, portName: null } }),
  );
  const noteOf = (rows: number) => mapDrawingOf(mapOf(frontends, agents), null, rows).heads[0]?.note;
  expect([noteOf(100), noteOf(10)]).toEqual(['30 Services', '7 of 30 Services']);
});

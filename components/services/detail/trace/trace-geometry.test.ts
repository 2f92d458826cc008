import { describe, expect, test } from 'vitest';
import { backendOf, questionFixture } from '@/lib/cilium/packet-path/packet-question.fixture';
import type { QuestionFixture } from '@/lib/cilium/packet-path/packet-question.fixture';
import { walkPacket } from '@/lib/cilium/packet-path/walk-packet';
import { traceLayout } from './trace-geometry';

const pod = { kind: 'pod', node: 'n1', name: 'web', ip: '10.0.1.30', port: 40000 } as const;
const walks: [string, QuestionFixture][] = [
  ['a backend on the same node', { backend: 'local' }],
  ['SNAT', {}],
  ['SNAT in a tunnel', { settings: { tunnel: 'vxlan' } }],
  ['DSR', { settings: { mode: 'dsr' } }],
  ['DSR over Geneve', { settings: { mode: 'dsr', dispatch: 'geneve' } }],
  ['IPIP', { settings: { mode: 'dsr', dispatch: 'ipip' }, backendPort: 80 }],
  [
    'an end on the way',
    {
      settings: { mode: 'dsr' },
      over: { fabric: { sourceCheckedNodes: new Set(['n1']), dropsIPOptions: false } },
    },
  ],
  ['no backends', { backend: 'none' }],
  [
    'DSR to outside the cluster',
    { settings: { mode: 'dsr' }, row: { backends: [backendOf('198.18.0.1', 8080, null)] } },
  ],
  ['a pod’s socket', { client: pod, row: { type: 'ClusterIP' } }],
  ['a pod, packet by packet, same node', { client: pod, backend: 'local', settings: { socketLB: 'off' } }],
];

describe('the picture of a walk', () => {
  test.each(walks)('%s: every hop has a place of its own, inside the picture', (_, fixture) => {
    const question = questionFixture(fixture);
    const { hops } = walkPacket(question);
    const { points, stations, width, height, paths } = traceLayout(hops, question.client.kind !== 'outside');
    expect(points).toHaveLength(hops.length);
    for (const { x, y } of points) {
      expect(x).toBeGreaterThan(10);
      expect(x).toBeLessThan(width - 10);
      expect(y).toBeLessThan(height - 10);
    }
    for (const [index, point] of points.entries())
      for (const other of points.slice(index + 1))
        expect(Math.hypot(point.x - other.x, point.y - other.y)).toBeGreaterThanOrEqual(20);
    for (const [index, { x, width: box }] of stations.entries())
      expect(x + box).toBeLessThanOrEqual((stations[index + 1]?.x ?? width) + 0.5);
    // The way there goes to the right, the way back to the left.
    for (const [index, hop] of hops.entries()) {
      const [from, to] = [points[index - 1], points[index]];
      if (from === undefined || to === undefined || hops[index - 1]?.lane !== hop.lane) continue;
      expect((to.x - from.x) * (hop.lane === 'request' ? 1 : -1)).toBeGreaterThanOrEqual(0);
      expect(paths[index]).not.toBe('');
    }
  });

  test('an answer that passes a node by goes below it, and only then', () => {
    const heightOf = (fixture: QuestionFixture) =>
      traceLayout(walkPacket(questionFixture(fixture)).hops, false).height;
    expect(heightOf({ settings: { mode: 'dsr' } })).toBeGreaterThan(heightOf({}));
    expect(heightOf({ backend: 'local', settings: { mode: 'dsr' } })).toBe(heightOf({}));
  });
});

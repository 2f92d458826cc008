import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FrontendView } from '@/lib/snapshot/frontend-view';
import { backendFixture, frontendFixture } from '../frontend.fixture';
import { layoutMap, rowsIn } from './map-layout';
import { groupFrontends, owners } from './service-block';

const shut = () => false;
const open = () => true;

function layout(
  frontends: readonly FrontendView[],
  isOpen = shut,
  isCollapsed: (ns: string) => boolean = shut,
) {
  const placed = layoutMap(groupFrontends(frontends, owners(frontends)), isOpen, isCollapsed);
  return { ...placed, ...rowsIn(placed, 0, placed.height + 1) };
}

const nodePort = (ip: string, over: Partial<FrontendView> = {}) =>
  frontendFixture(ip, { type: 'NodePort', port: 30598, ...over });

describe('layoutMap', () => {
  test('centres the shorter list against the longer', () => {
    const backends = ['10.1.0.1', '10.1.0.2', '10.1.0.3'].map((ip) => backendFixture(ip));
    const { frontends, backends: rows, height } = layout([frontendFixture('10.96.0.1', { backends })]);
    expect(rows.map(({ y }) => y)).toEqual([30, 54, 78]);
    expect(frontends[0]?.y).toBe(54);
    expect(height).toBe(28 + 2 + 72 + 2);
  });

  test('gives a Service without backends a row that says so', () => {
    const { empties, backends } = layout([frontendFixture('10.96.0.1')]);
    expect(backends).toEqual([]);
    expect(empties.map(({ y }) => y)).toEqual([30]);
  });

  test('folds node addresses behind their wildcard, and opens them as rows', () => {
    const rows = [nodePort('192.168.18.107'), nodePort('192.168.8.11'), nodePort('0.0.0.0')];
    expect(layout(rows).frontends.map(({ view, row }) => [view.ip, row.folds.length])).toEqual([
      ['0.0.0.0', 2],
    ]);
    expect(layout(rows, open).frontends.map(({ view }) => view.ip)).toEqual([
      '0.0.0.0',
      '192.168.8.11',
      '192.168.18.107',
    ]);
  });

  test('shows node addresses whose wildcard is filtered out', () => {
    expect(layout([nodePort('192.168.8.11')]).frontends).toHaveLength(1);
  });

  test('does not fold an address of one family behind the wildcard of the other', () => {
    expect(layout([nodePort('0.0.0.0'), nodePort('fd00::1')]).frontends).toHaveLength(2);
  });

  test('a collapsed namespace keeps its head only', () => {
    const collapsed = layout([frontendFixture('10.96.0.1')], shut, open);
    expect(collapsed.heads).toHaveLength(1);
    expect(collapsed.frontends).toEqual([]);
    expect(collapsed.height).toBe(28);
  });

  test('a HostPort row joins the Service that has its backend, else stands under its pod', () => {
    const backends = [backendFixture('10.1.0.1')];
    const hostPort = frontendFixture('0.0.0.0', { type: 'HostPort', port: 40000, service: null, backends });
    const joined = layout([frontendFixture('10.96.0.1', { backends }), hostPort]);
    expect(joined.blocks.map(({ block }) => [block.kind, block.name, block.frontends.length])).toEqual([
      ['service', 'web', 2],
    ]);
    expect(layout([hostPort]).blocks.map(({ block }) => [block.kind, block.namespace, block.name])).toEqual([
      ['pod', 'shop', 'web'],
    ]);
  });

  test('places depend on names and addresses only: not on order of arrival, states or times', () => {
    const rows = [1, 2, 3, 4, 5, 6].map((n) =>
      frontendFixture(`10.96.0.${n}`, {
        service: { namespace: n % 2 ? 'a' : 'b', name: `web-${n}`, portName: null },
        backends: [backendFixture(`10.1.0.${n}`), backendFixture(`10.1.1.${n}`)],
      }),
    );
    const places = (frontends: readonly FrontendView[]) =>
      layout(frontends).frontends.map(({ view, y }) => `${view.key} ${y}`);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(rows, { minLength: rows.length }),
        fc.constantFrom('active', 'terminating', 'quarantined' as const),
        (shuffled, state) => {
          const aged = shuffled.map((row) => ({
            ...row,
            changedTimestamp: '2026-05-05T05:05:05Z',
            backends: row.backends.map((backend) => ({ ...backend, state })),
          }));
          expect(places(aged)).toEqual(places(rows));
        },
      ),
    );
  });

  test('rows of each list stand in the order of their places and never overlap', () => {
    const address = fc.integer({ min: 1, max: 40 });
    const frontend = fc.record({
      n: address,
      service: fc.integer({ min: 0, max: 5 }),
      backends: fc.uniqueArray(address, { maxLength: 6 }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(frontend, { selector: ({ n }) => n, maxLength: 30 }), (specs) => {
        const { frontends, backends, height } = layout(
          specs.map(({ n, service, backends: ips }) =>
            frontendFixture(`10.96.0.${n}`, {
              service: { namespace: `ns-${service % 2}`, name: `web-${service}`, portName: null },
              backends: ips.map((ip) => backendFixture(`10.${service}.0.${ip}`)),
            }),
          ),
        );
        expect(frontends).toHaveLength(specs.length);
        for (const list of [frontends, backends]) {
          for (const [index, row] of list.entries()) {
            const previous = list[index - 1];
            if (previous) expect(row.y - previous.y).toBeGreaterThanOrEqual(24);
            expect(row.y + 24).toBeLessThanOrEqual(height);
          }
        }
        for (const row of frontends) expect(row.links).toHaveLength(row.view.backends.length);
      }),
    );
  });

  test('8,000 frontends with 80,000 links are placed in a time like that of writing them out once', () => {
    const many = Array.from({ length: 8000 }, (_, n) => {
      const service = Math.floor(n / 4);
      return frontendFixture(`10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`, {
        service: { namespace: `ns-${service % 50}`, name: `web-${service}`, portName: null },
        backends: Array.from({ length: 10 }, (_b, b) =>
          backendFixture(`172.${service >> 8}.${service & 255}.${b}`),
        ),
      });
    });
    const bestOfThreeMs = (work: () => void) =>
      Math.min(
        ...[1, 2, 3].map(() => {
          const start = performance.now();
          work();
          return performance.now() - start;
        }),
      );
    const { frontends, backends } = layout(many);
    expect(frontends).toHaveLength(8000);
    expect(backends).toHaveLength(20_000);
    const written = bestOfThreeMs(() => JSON.stringify(many));
    // Measured at 1 to 2 with every row made; anything worse than linear is a hundred and more.
    expect(bestOfThreeMs(() => layout(many)) / written).toBeLessThan(12);
  });
});

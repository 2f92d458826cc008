import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Frontend } from '@/lib/cilium/frontend';
import { frontend } from '@/lib/snapshot/snapshot.fixture';
import { TableStore } from './table-store';

const key = (port: number) => `10.96.0.1:${port}/TCP`;
const row = (port: number, backends: string[] = [], rest: Partial<Frontend> = {}) =>
  frontend(key(port), backends, rest);

test('a row equal on all nodes is held once', () => {
  const store = new TableStore();
  for (let node = 0; node < 100; node += 1) {
    store.set(`node-${node}`, [row(80, ['10.0.0.1:80/TCP'], { id: node, line: node + 2 })]);
  }
  expect(store.distinctRows).toBe(1);
  expect(store.variants(key(80))[0]?.nodes).toHaveLength(100);
});

test('an equal table changes nothing', () => {
  const store = new TableStore();
  store.set('a', [row(80), row(81)]);
  expect(store.set('a', [row(81), row(80)]).changed).toEqual(new Set());
});

test('only rows that differ are told', () => {
  const store = new TableStore();
  store.set('a', [row(80), row(81), row(82)]);
  const { changed } = store.set('a', [row(80), row(81, ['10.0.0.1:80/TCP']), row(83)]);
  expect([...changed].sort()).toEqual([key(81), key(82), key(83)]);
});

test('rows nobody prints any more are forgotten', () => {
  const store = new TableStore();
  store.set('a', [row(80)]);
  store.set('b', [row(80), row(81)]);
  expect(store.remove('b')).toEqual(new Set([key(80), key(81)]));
  expect(store.has(key(81))).toBe(false);
  store.remove('a');
  expect(store.distinctRows).toBe(0);
});

test('a node’s own number and line are kept apart', () => {
  const store = new TableStore();
  store.set('a', [row(80, [], { id: 7, line: 12 })]);
  store.set('b', [row(80, [], { id: 9, line: 30 })]);
  expect(store.printedAt('a', key(80))).toEqual({ id: 7, line: 12, lineCount: 1 });
  expect(store.printedAt('b', key(80))).toEqual({ id: 9, line: 30, lineCount: 1 });
  expect(store.printedAt('c', key(80))).toBeNull();
});

test('the second row of one address is counted, not lost in silence', () => {
  const store = new TableStore();
  expect(store.set('a', [row(80), row(80, ['10.0.0.1:80/TCP'])]).duplicates).toBe(1);
  expect(store.counts('a')).toEqual({ frontends: 1, backends: 0 });
});

test('a new node may take the place of an old one', () => {
  const store = new TableStore();
  store.set('a', [row(80)]);
  store.set('b', [row(80)]);
  expect(store.variants(key(80))[0]?.nodes).toEqual(['a', 'b']);
  store.remove('a');
  store.set('c', [row(80)]);
  expect(store.variants(key(80))[0]?.nodes).toEqual(['b', 'c']);
});

test('any history of tables ends as the last ones alone would', () => {
  const table = fc.uniqueArray(
    fc.record({
      port: fc.integer({ min: 1, max: 6 }),
      backends: fc.subarray(['10.0.0.1:80/TCP', '10.0.0.2:80/TCP']),
    }),
    { selector: ({ port }) => port },
  );
  const step = fc.record({ node: fc.integer({ min: 0, max: 40 }), rows: fc.option(table) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const store = new TableStore();
      const last = new Map<string, Frontend[]>();
      for (const { node, rows } of steps) {
        const name = `n${String(node).padStart(2, '0')}`;
        if (rows === null) {
          store.remove(name);
          last.delete(name);
        } else {
          const frontends = rows.map(({ port, backends }) => row(port, backends));
          store.set(name, frontends);
          last.set(name, frontends);
        }
      }
      for (let port = 1; port <= 6; port += 1) {
        const printing = [...last]
          .filter(([, rows]) => rows.some((one) => one.port === port))
          .map(([name]) => name);
        const told = store.variants(key(port)).flatMap(({ nodes }) => nodes);
        expect([...told].sort()).toEqual(printing.sort());
        for (const name of printing) expect(store.prints(name, key(port))).toBe(true);
      }
    }),
  );
});

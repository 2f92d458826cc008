import { array, assert, boolean, constantFrom, integer, property, record, uniqueArray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BackendView, FrontendView } from '../frontend-view';
import { backendView, frontendView } from '../snapshot.fixture';
import { applyFrontendPatch } from './apply-frontend-patch';
import { makeFrontendPatch } from './make-frontend-patch';
import { packDelta, unpackDelta } from './pack-delta';

const where = '10.96.0.1:80/TCP';
const nodes = array(constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 }).map((names) =>
  [...new Set(names)].sort(),
);
const backend = record({
  number: integer({ min: 1, max: 9 }),
  state: constantFrom<BackendView['state'][]>('active', 'terminating', 'quarantined', null),
  statesDiffer: boolean(),
  nodes,
}).map(({ number, ...rest }) => backendView(`10.0.0.${number}:80/TCP`, rest));
const row = record({
  nodes,
  backends: uniqueArray(backend, { maxLength: 9, selector: ({ ip }) => ip }),
  changedTimestamp: constantFrom('2026-01-01T00:00:00Z', '2026-01-01T00:00:09Z'),
  labels: constantFrom<string[][]>([], ['app=web'], ['app=web', 'tier=front']),
  service: constantFrom(null, { namespace: 'shop', name: 'web', portName: null }),
}).map((rest): FrontendView => frontendView(where, rest));

/** As it comes out at the reader's end of the wire. */
function overTheWire(
  before: FrontendView,
  bases: readonly [FrontendView, ...FrontendView[]],
  now: FrontendView,
) {
  const packed = packDelta({ added: [], patched: [makeFrontendPatch(bases, now)], removed: [] });
  const { patched } = unpackDelta(JSON.parse(JSON.stringify(packed)) as typeof packed);
  return patched.reduce(applyFrontendPatch, before);
}

describe('a patch of a row', () => {
  it('makes any row of any other', () => {
    assert(
      property(row, row, (before, now) => {
        expect(overTheWire(before, [before], now)).toEqual(now);
      }),
    );
  });

  it('makes it of whichever of its bases the reader has', () => {
    const other = record({ nodes, changed: constantFrom('2026-01-01T00:00:00Z', '2026-02-02T00:00:00Z') });
    assert(
      property(row, other, row, (told, { nodes: others, changed }, now) => {
        const backends = told.backends.map((of) => ({ ...of, nodes: others }));
        const asked = { ...told, nodes: others, changedTimestamp: changed, backends };
        for (const had of [told, asked]) expect(overTheWire(had, [told, asked], now)).toEqual(now);
      }),
    );
  });

  it('leaves the row it is applied to as it was, and shares what did not change', () => {
    const before = frontendView(where, {
      backends: [backendView('10.0.0.1:80/TCP'), backendView('10.0.0.2:80/TCP')],
    });
    const copy = structuredClone(before);
    const [first, second] = before.backends;
    const now = {
      ...before,
      backends: [
        ...(first ? [first] : []),
        { ...backendView('10.0.0.2:80/TCP'), state: 'terminating' as const },
      ],
    };
    const after = applyFrontendPatch(before, makeFrontendPatch([before], now));
    expect(before).toEqual(copy);
    expect(after.backends[0]).toBe(first);
    expect(after.backends[1]).not.toBe(second);
  });

  it('is small: a state that changed says the place and the state, and names no node', () => {
    const names = Array.from({ length: 100 }, (_, at) => `worker-${at}`);
    const backends = Array.from({ length: 10 }, (_, at) =>
      backendView(`10.0.0.${at}:80/TCP`, { nodes: names }),
    );
    const before = frontendView(where, { nodes: names, backends });
    const now = {
      ...before,
      backends: backends.map((of, at) => (at === 3 ? { ...of, state: 'terminating' as const } : of)),
    };
    const delta = packDelta({ added: [], patched: [makeFrontendPatch([before], now)], removed: [] });
    expect(delta.patched).toEqual([
      {
        ...{ key: before.key, fields: {} },
        backends: [
          { from: 0, count: 3 },
          { at: 3, fields: { state: 'terminating' } },
          { from: 4, count: 6 },
        ],
      },
    ]);
    expect(delta.nodeNames).toEqual([]);
    expect(delta.labelSets).toBeUndefined();
  });

  it('tells labels only where they changed, and a new row of a Service has the list of the others', () => {
    const before = frontendView(where, { labels: ['app=web'] });
    const labels = ['app=web', 'tier=front'];
    expect(makeFrontendPatch([before], { ...before, labels })).toEqual({
      key: before.key,
      fields: { labels },
    });
    expect(makeFrontendPatch([before], { ...before, labels: ['app=web'] }).fields).toEqual({});
    const added = [1, 2].map((port) => frontendView(`10.96.0.1:${port}/TCP`, { labels }));
    const packed = packDelta({ added, patched: [], removed: [] });
    expect(packed.labelSets).toEqual([labels]);
    expect(unpackDelta(packed).added).toEqual(added);
  });

  it('says nothing of backends where none changed', () => {
    const before = frontendView(where, { backends: [backendView('10.0.0.1:80/TCP')] });
    const patch = makeFrontendPatch([before], { ...before, changedTimestamp: '2026-03-03T00:00:00Z' });
    expect(patch).toEqual({ key: before.key, fields: { changedTimestamp: '2026-03-03T00:00:00Z' } });
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FrontendView } from '@/lib/snapshot/frontend-view';
import { backendFixture, frontendFixture } from '../frontend.fixture';
import { countFacets } from './facets';
import type { FrontendIndex } from './frontend-index';
import { indexFrontends } from './frontend-index';
import { FrontendIndexer } from './frontend-indexer';
import type { ServicesFilter } from './match-frontends';
import { matchFrontends, shownFrontends } from './match-frontends';
import { shownGroups } from './shown-groups';

const none: ServicesFilter = { q: '', type: [], state: [], ns: [], node: [], problems: false };

/** A row of one of a few Services, or of none, on one of a few addresses, with some of a few backends. */
const anyRow = fc
  .record({
    at: fc.nat(12),
    service: fc.constantFrom('web', 'api', null),
    type: fc.constantFrom('ClusterIP' as const, 'HostPort' as const),
    backends: fc.subarray(['10.1.0.1', '10.1.0.2', '10.1.0.3']),
    state: fc.constantFrom('active' as const, 'terminating' as const),
  })
  .map(({ at, service, type, backends, state }) =>
    frontendFixture(`10.96.0.${at}`, {
      type,
      service: service === null ? null : { namespace: 'shop', name: service, portName: null },
      backends: backends.map((ip) => backendFixture(ip, { state })),
    }),
  );
const rowsByKey = fc.uniqueArray(anyRow, { selector: ({ key }) => key, maxLength: 10 });

/** A list after some time: some rows replaced at their place, and at times other rows. */
const anyHistory = fc.tuple(rowsByKey, fc.array(fc.tuple(fc.array(anyRow), fc.boolean()), { maxLength: 4 }));

function follow(before: readonly FrontendView[], changed: readonly FrontendView[], addOthers: boolean) {
  const byKey = new Map(changed.map((row) => [row.key, row]));
  const kept = before.map((row) => byKey.get(row.key) ?? row);
  const known = new Set(before.map(({ key }) => key));
  return addOthers ? [...kept, ...[...byKey.values()].filter(({ key }) => !known.has(key))] : kept;
}

/** What the page reads of an index. */
function read(index: FrontendIndex) {
  const failed = matchFrontends(index, { ...none, q: 'web' });
  return {
    groups: index.groups.map(({ value, blocks }) => ({
      value,
      blocks: blocks.map(({ id, frontends, backends }) => ({ id, frontends, backends })),
    })),
    owners: index.rows.map(({ owner, ownerText }) => [owner.kind, owner.namespace, owner.name, ownerText]),
    facets: countFacets(index, failed, { ...none, q: 'web' }),
    found: shownFrontends(index, failed),
    shown: shownGroups(index, failed).map(({ blocks }) => blocks.map(({ frontends }) => frontends)),
    backendCount: index.backendCount,
  };
}

test('a list that changed is indexed as if it had come whole', () => {
  fc.assert(
    fc.property(anyHistory, ([first, changes]) => {
      const indexer = new FrontendIndexer();
      let rows: readonly FrontendView[] = first;
      indexer.index(rows);
      for (const [changed, addOthers] of changes) {
        rows = follow(rows, changed, addOthers);
        expect(read(indexer.index(rows))).toEqual(read(indexFrontends(rows)));
      }
    }),
  );
});

test('a changed backend makes its own block anew, and no other', () => {
  const web = frontendFixture('10.96.0.1', { backends: [backendFixture('10.1.0.1')] });
  const api = frontendFixture('10.96.0.2', {
    service: { namespace: 'shop', name: 'api', portName: null },
    backends: [backendFixture('10.1.0.2')],
  });
  const indexer = new FrontendIndexer();
  const before = indexer.index([web, api]);
  const changed = { ...web, backends: [backendFixture('10.1.0.1', { state: 'terminating' })] };
  const after = indexer.index([changed, api]);
  const blockOf = (index: FrontendIndex, name: string) =>
    index.blocks.find(({ block }) => block.name === name)?.block;
  expect(blockOf(after, 'api')).toBe(blockOf(before, 'api'));
  expect(blockOf(after, 'web')?.frontends).toEqual([changed]);
  expect(indexer.index([changed, api])).toBe(after);
});

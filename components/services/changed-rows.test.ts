import { expect, test } from 'vitest';
import type { FrontendView } from '@/lib/snapshot/frontend-view';
import { changedRows } from './changed-rows';
import { backendFixture, frontendFixture } from './frontend.fixture';

const byKey = (rows: FrontendView[]) => new Map(rows.map((row) => [row.key, row]));
const row = (state: 'active' | 'terminating', changedTimestamp: string) =>
  frontendFixture('10.96.0.1', {
    changedTimestamp,
    backends: [backendFixture('10.1.0.1', { state }), backendFixture('10.1.0.2')],
  });

test('a row sent again unchanged is not a change', () => {
  const { frontends } = changedRows(byKey([row('active', 't1')]), byKey([row('active', 't1')]));
  expect(frontends.size).toBe(0);
});

test('of a changed row, only the backend that changed is named', () => {
  const changed = changedRows(byKey([row('active', 't1')]), byKey([row('terminating', 't2')]));
  expect([...changed.frontends]).toEqual(['10.96.0.1:80/TCP']);
  expect([...changed.backends]).toEqual(['10.96.0.1:80/TCP 10.1.0.1:8080/TCP']);
});

test('a new row is a change, with all its backends', () => {
  const changed = changedRows(new Map(), byKey([row('active', 't1')]));
  expect(changed.frontends.size).toBe(1);
  expect(changed.backends.size).toBe(2);
});

import { expect, test } from 'vitest';
import {
  endpoint,
  endpointSlice,
  node,
  service,
  settings,
} from '@/lib/cilium/expected-frontends/cluster.fixture';
import { expectedFrontends } from '@/lib/cilium/expected-frontends/expected-frontends';
import type { RowsAfter } from '@/lib/snapshot/agreement/row-change';
import { frontend } from '@/lib/snapshot/snapshot.fixture';
import { TableStore } from '../table-store';
import { ConvergenceBook } from './convergence-book';

const web = { namespace: 'shop', name: 'web' };

/** The rows of shop/web with these backends. */
function wanted(...ips: string[]): RowsAfter {
  const endpoints = ips.map((ip) => endpoint(ip, null));
  const rows = expectedFrontends({
    ...{ version: { major: 1, minor: 20, patch: 0 }, settings, node, pods: [], redirectPolicies: [] },
    services: [service()],
    endpointSlices: [endpointSlice({ endpoints })],
  });
  return { rows, gone: [] };
}

function start() {
  const tables = new TableStore();
  const book = new ConvergenceBook(tables);
  const answer = (name: string, atMs: number, ...ips: string[]) => {
    tables.set(name, [
      frontend(
        '10.96.0.20:80/TCP',
        ips.map((ip) => `${ip}:8080/TCP`),
      ),
    ]);
    book.answered(name, atMs);
  };
  const change = (atMs: number, nodes: string[], rows: RowsAfter) =>
    book.note({ service: web, what: 'x', nodes: new Map(nodes.map((name) => [name, rows])) }, atMs, () => 0);
  return { book, answer, change };
}

test('each agent is timed from the change to its first answer that has it', () => {
  const { book, answer, change } = start();
  for (const name of ['a', 'b']) answer(name, 500, '10.0.0.1');
  change(1_000, ['a', 'b'], wanted('10.0.0.1', '10.0.0.2'));
  answer('a', 1_300, '10.0.0.1', '10.0.0.2');
  expect(book.views()).toMatchObject([{ agents: 2, followed: 1, waiting: ['b'] }]);
  answer('b', 2_000, '10.0.0.1');
  answer('b', 7_000, '10.0.0.1', '10.0.0.2');
  answer('b', 9_000, '10.0.0.1', '10.0.0.2');
  expect(book.views()).toMatchObject([
    {
      followed: 2,
      waiting: [],
      delaysMs: { least: 300, most: 6_000 },
      slowest: [{ node: 'b' }, { node: 'a' }],
    },
  ]);
});

test('who has what a later change asks for has followed the earlier ones', () => {
  const { book, answer, change } = start();
  answer('a', 500, '10.0.0.1');
  change(1_000, ['a'], wanted('10.0.0.2'));
  change(2_000, ['a'], wanted('10.0.0.3'));
  answer('a', 2_500, '10.0.0.3');
  expect(book.views().map(({ delaysMs }) => delaysMs?.most)).toEqual([500, 1_500]);
});

test('who is between two changes has followed the first only', () => {
  const { book, answer, change } = start();
  answer('a', 500, '10.0.0.1');
  change(1_000, ['a'], wanted('10.0.0.2'));
  change(2_000, ['a'], wanted('10.0.0.3'));
  answer('a', 2_500, '10.0.0.2');
  expect(book.views().map(({ followed }) => followed)).toEqual([0, 1]);
});

test('an agent that knew it before us took no time', () => {
  const { book, answer, change } = start();
  answer('a', 900, '10.0.0.2');
  change(1_000, ['a'], wanted('10.0.0.2'));
  expect(book.views()).toMatchObject([{ followed: 1, delaysMs: { most: 0 } }]);
});

test('a row that must go is waited for', () => {
  const { book, answer, change } = start();
  answer('a', 500, '10.0.0.1');
  change(1_000, ['a'], { rows: [], gone: ['10.96.0.20:80/TCP'] });
  expect(book.views()).toMatchObject([{ waiting: ['a'] }]);
});

test('nobody waits for an agent that is gone', () => {
  const { book, answer, change } = start();
  answer('a', 500, '10.0.0.1');
  change(1_000, ['a', 'b'], wanted('10.0.0.2'));
  book.forget('b');
  answer('a', 1_200, '10.0.0.2');
  expect(book.views()).toMatchObject([{ agents: 1, followed: 1, waiting: [] }]);
});

test('news is each change once, as it is last', () => {
  const { book, answer, change } = start();
  answer('a', 500, '10.0.0.1');
  change(1_000, ['a'], wanted('10.0.0.2'));
  answer('a', 1_200, '10.0.0.2');
  expect(book.takeNews()).toMatchObject([{ followed: 1 }]);
  expect(book.takeNews()).toEqual([]);
});

test('there is news of a change when it comes and when the last agent has followed, and none between', () => {
  const { book, answer, change } = start();
  for (const node of ['a', 'b', 'c']) answer(node, 500, '10.0.0.1');
  change(1_000, ['a', 'b', 'c'], wanted('10.0.0.2'));
  expect(book.takeNews()).toMatchObject([{ followed: 0 }]);
  answer('a', 1_200, '10.0.0.2');
  answer('b', 2_200, '10.0.0.2');
  expect(book.takeNews()).toEqual([]);
  answer('c', 6_200, '10.0.0.2');
  expect(book.takeNews()).toMatchObject([{ followed: 3 }]);
  expect(book.takeNews()).toEqual([]);
});

test('there is news of a change that is given up', () => {
  const { book, answer, change } = start();
  answer('a', 500, '10.0.0.1');
  change(0, ['a'], wanted('10.0.9.9'));
  expect(book.takeNews()).toHaveLength(1);
  for (let index = 0; index < 100; index += 1) change(index, ['a'], wanted(`10.0.1.${index}`));
  expect(book.takeNews().filter(({ id }) => id === 1)).toMatchObject([{ followed: 0 }]);
});

test('it is bounded, also by changes that nobody follows', () => {
  const { book, change } = start();
  for (let index = 0; index < 500; index += 1)
    change(index, ['a'], wanted(`10.0.${index >> 8}.${index & 255}`));
  expect(book.views()).toHaveLength(200);
});

import { expect, test } from 'vitest';
import { backendView, frontendView } from '@/lib/snapshot/snapshot.fixture';
import { frontendsJson } from './frontends-json';

const head = {
  product: 'KPR Explorer 0',
  source: 'prod',
  exportedAt: '2026-01-31T08:14:02Z',
  filter: 'type NodePort',
  masked: false,
};

test('it is JSON that says what it is, and gives back every frontend in its order', () => {
  const frontends = [
    frontendView('10.96.0.2:80/TCP', {
      nodes: ['a', 'b'],
      backends: [backendView('10.0.0.1:80/TCP', { nodes: ['b'] })],
    }),
    frontendView('10.96.0.1:80/TCP', { nodes: ['a', 'b'] }),
  ];
  const document = JSON.parse([...frontendsJson(head, frontends, 2)].join(''));
  expect(document).toMatchObject({
    ...head,
    format: 'kpr-explorer/frontends',
    total: 2,
    nodeSets: [['a', 'b'], ['b']],
  });
  const named = <Item extends { nodes: number }>(item: Item) => ({
    ...item,
    nodes: document.nodeSets[item.nodes],
  });
  const read = document.frontends.map((one: { nodes: number; backends: { nodes: number }[] }) =>
    named({ ...one, backends: one.backends.map(named) }),
  );
  expect(read).toEqual(frontends);
});

test('an empty list is JSON too', () => {
  expect(JSON.parse([...frontendsJson(head, [], 0)].join(''))).toMatchObject({ total: 0, frontends: [] });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packFrontends, unpackFrontends } from './pack-frontends';
import { backendView, frontendView } from './snapshot.fixture';

const nodeNames = fc.subarray(['a', 'b', 'c', 'd']);

test('unpacking gives back what was packed', () => {
  const anyView = fc
    .record({
      labels: fc.subarray(['app=web', 'tier=front', 'tier=\n"']),
      port: fc.nat(65_535),
      nodes: nodeNames,
      backends: fc.array(nodeNames, { maxLength: 4 }),
    })
    .map(({ labels, port, nodes, backends }) =>
      frontendView(`10.96.0.1:${port}/TCP`, {
        labels,
        nodes,
        backends: backends.map((own) => backendView('10.0.0.1:80/TCP', { nodes: own })),
      }),
    );
  fc.assert(
    fc.property(fc.array(anyView), (views) => {
      expect(unpackFrontends(packFrontends(views))).toEqual(views);
    }),
  );
});

test('each set of nodes is named once', () => {
  const views = Array.from({ length: 100 }, (_, at) =>
    frontendView(`10.96.0.1:${at}/TCP`, {
      nodes: ['a', 'b'],
      backends: [backendView('10.0.0.1:80/TCP', { nodes: at % 2 === 0 ? ['a', 'b'] : ['b'] })],
    }),
  );
  expect(packFrontends(views)).toMatchObject({ nodeNames: ['a', 'b'], nodeSets: ['3', '2'] });
});

test('the labels of a Service are written once, and its rows share them afterwards', () => {
  const [a, b] = [
    ['app=a', 'tier=front'],
    ['app=b', 'tier=front'],
  ];
  const views = [a, b, a, [...a], []].map((labels, at) => frontendView(`10.96.0.1:${at}/TCP`, { labels }));
  const packed = packFrontends(views);
  expect(packed.labelSets).toEqual([a, b, []]);
  const [first, , third, fourth] = unpackFrontends(packed);
  expect([third?.labels, fourth?.labels].every((labels) => labels === first?.labels)).toBe(true);
});

test('a set that is not there is empty, never an exception', () => {
  const packed = packFrontends([frontendView('10.96.0.1:80/TCP')]);
  expect(unpackFrontends({ ...packed, nodeSets: [] })[0]?.nodes).toEqual([]);
  expect(unpackFrontends({ ...packed, nodeNames: [] })[0]?.nodes).toEqual([]);
  expect(unpackFrontends({ ...packed, labelSets: [] })[0]?.labels).toEqual([]);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packFrontends, unpackFrontends } from './pack-frontends';
import { backendView, frontendView } from './snapshot.fixture';

const nodeNames = fc.subarray(['a', 'b', 'c', 'd']);

test('unpacking gives back what was packed', () => {
  const anyView = fc
    .record({ port: fc.nat(65_535), nodes: nodeNames, backends: fc.array(nodeNames, { maxLength: 4 }) })
    .map(({ port, nodes, backends }) =>
      frontendView(`10.96.0.1:${port}/TCP`, {
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

test('a set that is not there is empty, never an exception', () => {
  const packed = packFrontends([frontendView('10.96.0.1:80/TCP')]);
  expect(unpackFrontends({ ...packed, nodeSets: [] })[0]?.nodes).toEqual([]);
  expect(unpackFrontends({ ...packed, nodeNames: [] })[0]?.nodes).toEqual([]);
});

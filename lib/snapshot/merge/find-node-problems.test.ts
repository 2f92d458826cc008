import { describe, expect, test } from 'vitest';
import type { Frontend } from '@/lib/cilium/frontend';
import { endpoint, frontend, index, merged, service, slice } from '../snapshot.fixture';
import { findNodeProblems } from './find-node-problems';
import { nameNodes } from './problem-candidate';

const names = index({
  services: [service('web', { clusterIPs: ['10.96.0.1'] })],
  slices: [slice('web', [endpoint('10.0.0.1'), endpoint('10.0.0.2')])],
});

type Printed = [nodes: string[], row: Frontend];

function problems(fresh: string[], printed: Printed[], index_ = names, alsoPrints: string[] = []) {
  const printing = new Set([...printed.flatMap(([nodes]) => nodes), ...alsoPrints]);
  return findNodeProblems(merged(index_, ...printed), {
    freshNodes: new Set(fresh),
    printsAddress: (node) => printing.has(node),
  }).map(({ kind, nodes, text }) => ({ kind, nodes, text: text(nodes) }));
}

const row = (...backends: string[]) => frontend('10.96.0.1:80/TCP', backends);
const both = row('10.0.0.1:8080/TCP', '10.0.0.2:8080/TCP');
const one = row('10.0.0.1:8080/TCP');

describe('nodes that disagree', () => {
  test('the fewer are named', () => {
    expect(
      problems(
        ['a', 'b', 'c'],
        [
          [['a', 'b'], both],
          [['c'], one],
        ],
      ),
    ).toEqual([
      {
        kind: 'nodes-disagree',
        nodes: ['c'],
        text: 'Node c does not have the same backends as the other nodes.',
      },
    ]);
  });

  test('of equal halves the one the API contradicts is named', () => {
    expect(
      problems(
        ['a', 'b'],
        [
          [['a'], one],
          [['b'], both],
        ],
      )[0]?.nodes,
    ).toEqual(['a']);
  });

  test('the order of backends is no difference, nor is what only some versions print', () => {
    const reversed = row('10.0.0.2:8080/TCP', '10.0.0.1:8080/TCP');
    expect(
      problems(
        ['a', 'b'],
        [
          [['a'], both],
          [['b'], reversed],
        ],
      ),
    ).toEqual([]);
    const old = row('10.0.0.1:8080/TCP terminating', '10.0.0.2:8080/TCP -');
    const young = row('10.0.0.1:8080/TCP terminating-not-serving', '10.0.0.2:8080/TCP');
    expect(
      problems(
        ['a', 'b'],
        [
          [['a'], old],
          [['b'], young],
        ],
      ),
    ).toEqual([]);
  });

  test('another state is a difference', () => {
    const leaving = row('10.0.0.1:8080/TCP', '10.0.0.2:8080/TCP terminating');
    expect(
      problems(
        ['a', 'b', 'c'],
        [
          [['a', 'b'], both],
          [['c'], leaving],
        ],
      ),
    ).toHaveLength(1);
  });

  test('a node whose answer is old proves nothing', () => {
    expect(
      problems(
        ['a', 'b'],
        [
          [['a', 'b'], both],
          [['c'], one],
        ],
      ),
    ).toEqual([]);
  });

  test('nodes may have backends of their own', () => {
    const local = index({
      services: [service('web', { clusterIPs: ['10.96.0.1'], internalTrafficPolicy: 'Local' })],
    });
    expect(
      problems(
        ['a', 'b'],
        [
          [['a'], both],
          [['b'], one],
        ],
        local,
      ),
    ).toEqual([]);
  });
});

describe('a row missing on nodes', () => {
  test('is told with the nodes that lack it', () => {
    expect(problems(['a', 'b', 'c'], [[['a', 'b'], both]])).toEqual([
      { kind: 'missing-on-nodes', nodes: ['c'], text: 'The row is missing on node c.' },
    ]);
  });

  test('is not told of a node whose answer is old, nor where only old answers have it', () => {
    expect(problems(['a', 'b'], [[['a', 'b', 'c'], both]])).toEqual([]);
    expect(problems(['b'], [[['a'], both]])).toEqual([]);
  });

  test('is not told of a node that prints it without its protocol (v1.16 and older)', () => {
    expect(problems(['a', 'b'], [[['a'], both]], names, ['b'])).toEqual([]);
  });

  test('is not told of rows that are some nodes’ own', () => {
    expect(
      problems(['a', 'b'], [[['a'], frontend('192.0.2.1:30080/TCP', [], { type: 'NodePort' })]]),
    ).toEqual([]);
    expect(problems(['a', 'b'], [[['a'], frontend('0.0.0.0:80/TCP', [], { type: 'HostPort' })]])).toEqual([]);
    expect(problems(['a', 'b'], [[['a'], { ...both, type: 'LocalRedirect' }]])).toEqual([]);
    const chosen = index({
      services: [
        service('web', { clusterIPs: ['10.96.0.1'], annotations: { 'service.cilium.io/node': 'a' } }),
      ],
    });
    expect(problems(['a', 'b'], [[['a'], both]], chosen)).toEqual([]);
  });
});

test.each([
  [['a'], 'node a'],
  [['a', 'b'], 'nodes a and b'],
  [['a', 'b', 'c'], 'nodes a, b and c'],
  [['a', 'b', 'c', 'd'], 'nodes a, b and 2 more'],
])('%j are named “%s”', (nodes, words) => {
  expect(nameNodes(nodes)).toBe(words);
});

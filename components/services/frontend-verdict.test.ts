import { describe, expect, test } from 'vitest';
import { frontendVerdict, nodeVerdict } from './frontend-verdict';
import { backendFixture, frontendFixture } from './frontend.fixture';
import { problemFixture } from '@/lib/snapshot/problem.fixture';

const backends = [backendFixture('10.1.0.1')];
const disagree = [problemFixture('nodes-disagree', { text: 'b has another', nodes: ['b'] })];

describe('frontendVerdict', () => {
  test('counts the nodes that say the same', () => {
    expect(frontendVerdict(frontendFixture('10.96.0.1', { backends }), 2)).toMatchObject({
      kind: 'agree',
      nodes: 2,
      of: 2,
    });
  });
  test('an address of one node is complete with that node', () => {
    const local = frontendFixture('192.168.8.11', { backends, nodes: ['a'], nodeLocal: true });
    expect(frontendVerdict(local, 2)).toMatchObject({ kind: 'agree', nodes: 1, of: 1 });
  });
  test('a host port on every address is where its pod runs, and no address of the node’s own', () => {
    const hostPort = frontendFixture('0.0.0.0', {
      type: 'HostPort',
      backends,
      nodes: ['a'],
      nodeLocal: true,
    });
    expect(frontendVerdict(hostPort, 2).text).toBe('Only on a: a host port exists where its pod runs');
  });
  test('a Local policy is not a disagreement', () => {
    expect(frontendVerdict(frontendFixture('10.96.0.1', { backends, ownBackends: true }), 2).kind).toBe(
      'own',
    );
  });
  test('a disagreement outweighs all else', () => {
    expect(
      frontendVerdict(frontendFixture('10.96.0.1', { problems: disagree, ownBackends: true }), 2).kind,
    ).toBe('differs');
  });
});

describe('nodeVerdict', () => {
  const row = frontendFixture('10.96.0.1', { backends, problems: disagree });
  test('names the node that differs, and only that one', () => {
    expect(nodeVerdict(row, 'a', true)).toBe('agrees');
    expect(nodeVerdict(row, 'b', true)).toBe('differs');
  });
  test('a node that was not asked is neither absent nor agreeing', () => {
    expect(nodeVerdict(row, 'a', false)).toBe('not-asked');
  });
  test('a row that is not on a node is absent there', () => {
    expect(
      nodeVerdict(frontendFixture('192.168.8.11', { backends, nodes: ['a'], nodeLocal: true }), 'b', true),
    ).toBe('absent');
  });
});

import { expect, test } from 'vitest';
import type { AgentView } from '@/lib/snapshot/agent-view';
import { backendFixture, frontendFixture } from '../frontend.fixture';
import { backendMatrix } from './backend-matrix';
import { nodeRows } from './node-rows';
import { problemFixture } from '@/lib/snapshot/problem.fixture';

const answer = { answeredTimestamp: '2026-01-01T00:00:00Z', stale: false };
const agent = (node: string, answered = true) =>
  // Only the name and the answer are looked at.
  ({
    node,
    answers: { 'service-list': answered ? answer : { ...answer, answeredTimestamp: null } },
  }) as AgentView;

test('says for every node whether it has the row, and names those where something is wrong first', () => {
  const frontend = frontendFixture('10.96.0.1', {
    nodes: ['a', 'b'],
    backends: [backendFixture('10.1.0.1', { nodes: ['a'] })],
    problems: [problemFixture('missing-row', { nodes: ['c'] })],
  });
  const api = {
    ...{ ip: '10.1.0.1', port: 8080, ready: true, serving: true, terminating: false },
    ...{ node: 'a', zone: null, hinted: false, weight: null },
  };
  const perNode = [{ node: 'a', pod: 'cilium-a', id: 7, line: 12, lines: ['7 …'], ...answer }];
  const detail = { frontend, manifest: null, policies: null, apiBackends: [api], perNode };
  const rows = nodeRows(
    detail,
    backendMatrix(detail),
    ['a', 'b', 'c', 'd'].map((n) => agent(n)).concat(agent('e', false)),
  );
  expect(rows.map(({ node, verdict }) => `${node} ${verdict}`)).toEqual([
    ...['c missing', 'b differs', 'e no answer', 'a agrees', 'd absent'],
  ]);
  expect(rows.find(({ node }) => node === 'a')).toMatchObject({ id: 7, line: 12 });
});

import { expect, test } from 'vitest';
import { problemFixture } from '@/lib/snapshot/problem.fixture';
import { frontendView } from '@/lib/snapshot/snapshot.fixture';
import type { DivergenceView } from '@/lib/snapshot/agreement-view';
import { matrixRows, verdictOn } from './matrix-rows';

const all = new Set(['a', 'b', 'c']);
const fine = frontendView('10.96.0.1:80/TCP', { nodes: ['a', 'b', 'c'] });
const wrong = frontendView('10.96.0.2:80/TCP', {
  nodes: ['a', 'b'],
  problems: [
    problemFixture('leftover-backend', { nodes: ['a'] }),
    problemFixture('missing-row', { nodes: ['c'] }),
  ],
});
const empty = frontendView('10.96.0.3:80/TCP', { nodes: ['a'], problems: [problemFixture('no-backends')] });

test('each node has its verdict', () => {
  const [row] = matrixRows([wrong], { problems: [] }, true);
  expect(row && ['a', 'b', 'c'].map((node) => verdictOn(row, node, all))).toEqual([
    'leftover',
    'agrees',
    'differs',
  ]);
});

test('who did not answer is neither right nor wrong', () => {
  const [row] = matrixRows([wrong], { problems: [] }, true);
  expect(row && verdictOn(row, 'a', new Set(['b']))).toBe('not-asked');
});

test('a row that a node must not have is absent there, one in doubt cannot be judged', () => {
  const own = frontendView('192.0.2.1:30080/TCP', { nodes: ['a'] });
  const unsure = frontendView('10.96.0.4:80/TCP', { doubt: { about: 'row', reason: 'claimed-twice' } });
  const verdicts = matrixRows([own, unsure], { problems: [] }, false).map((row) => verdictOn(row, 'b', all));
  expect(verdicts.sort()).toEqual(['absent', 'unjudged']);
});

test('a Service without endpoints is no divergence', () => {
  expect(matrixRows([fine, wrong, empty], { problems: [] }, true).map(({ key }) => key)).toEqual([wrong.key]);
});

test('a frontend that no agent has stands among the others', () => {
  const nowhere: DivergenceView = {
    ...{
      key: '10.96.0.9:80/TCP',
      service: null,
      kind: 'missing-row',
      severity: 'high',
      nodes: ['a', 'b', 'c'],
    },
    ...{ difference: 'x', consequence: 'y', explanation: null, since: '2026-01-01T00:00:00Z' },
  };
  const rows = matrixRows([fine], { problems: [nowhere] }, false);
  expect(rows.map(({ key }) => key)).toEqual([fine.key, nowhere.key]);
  expect(rows[1] && verdictOn(rows[1], 'b', all)).toBe('differs');
});

import { expect, test } from 'vitest';
import { backendView, frontendView } from '@/lib/snapshot/snapshot.fixture';
import { problemReport, problemsReport, type ReportInput } from './problem-report';

const head = {
  product: 'KPR Explorer 0.1.0',
  source: 'prod',
  exportedAt: '2026-01-31T08:14:02.5Z',
  filter: null,
  masked: false,
};

const input: ReportInput = {
  problem: {
    key: '10.96.0.1:80/TCP',
    keys: ['10.96.0.1:80/TCP'],
    service: { namespace: 'shop', name: 'web', portName: null },
    kind: 'missing-backend',
    severity: 'high',
    nodes: ['b'],
    difference: 'Node b does not have the backend x.',
    consequence: 'Connections fail there.',
    explanation: null,
    since: '2026-01-31T07:00:00.000Z',
  },
  severityWords: 'traffic fails',
  frontend: frontendView('10.96.0.1:80/TCP', {
    nodes: ['a', 'b', 'c'],
    backends: [backendView('10.0.0.1:80/TCP', { nodes: ['a', 'c'] })],
  }),
  commands: [{ label: 'On b, which differs', command: 'kubectl exec x\n```\n# oops' }],
};

test('says what, where, since when, what it does, what others have, how to see it, by what and when', () => {
  const report = problemReport(input, head);
  for (const words of [
    '# shop/web: traffic fails',
    'Node b does not have the backend x.',
    'traffic fails (high). Connections fail there.',
    '**Service:** `shop/web`',
    '**Frontend:** `10.96.0.1:80/TCP`',
    '**Node that differs:** `b`',
    '2026-01-31 07:00:00 UTC',
    '`10.0.0.1:80/TCP`, active, no object of the API: in the tables of 0 of 1 that differ and of 2 of 2 others',
    'KPR Explorer 0.1.0, prod, 2026-01-31 08:14:02 UTC',
  ]) {
    expect(report.replaceAll('\\', '')).toContain(words);
  }
});

test('a command cannot leave its block', () => {
  expect(problemReport(input, head)).toContain('````\nkubectl exec x\n```\n# oops\n````');
});

test('a report of many says how many it leaves out', () => {
  const report = problemsReport([input, input], 7, head);
  expect(report).toContain('The first 2 of 7 problems.');
  expect(report.match(/^## /gm)).toHaveLength(2);
});

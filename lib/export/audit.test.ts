import { expect, test } from 'vitest';
import type { AuditEntry } from '@/lib/snapshot/rollout-view';
import { auditCsv } from './audit-csv';
import { auditLines } from './audit-lines';

const entry = (given: Partial<AuditEntry>): AuditEntry => ({
  ...{ number: 1, timestamp: '2026-01-31T08:14:02.000Z', by: 'eve', fromAddress: '192.0.2.7' },
  ...{ rolloutId: '4f0c21aa', planId: '9f2c11aa', what: 'rollout begun', outcome: 'ok', detail: null },
  ...given,
});

test('each entry is one line of CSV with who, when, from where, which plan, what and with which result', () => {
  const csv = [...auditCsv([entry({}), entry({ number: 2, rolloutId: null, outcome: 'refused' })])].join('');
  expect(csv.split('\r\n')).toEqual([
    'number,timestamp,by,from_address,rollout,plan,what,outcome,detail',
    '1,2026-01-31T08:14:02.000Z,eve,192.0.2.7,4f0c21aa,9f2c11aa,rollout begun,ok,',
    '2,2026-01-31T08:14:02.000Z,eve,192.0.2.7,,9f2c11aa,rollout begun,refused,',
    '',
  ]);
});

test.each(['=HYPERLINK("http://evil")', '+1', '-2+3', '@SUM(A1)', '\t=1'])(
  'a cell that begins as %j is no formula, whichever column the cluster wrote it into',
  (text) => {
    const guarded = `'${text}`;
    const cell = /[",]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
    const [, line = ''] = auditCsv([entry({ by: text, what: text, detail: text })]);
    expect(line.split(cell).length - 1).toBe(3);
  },
);

test('each JSON line is one entry, whatever stands in it', () => {
  const items = [entry({ detail: 'two\nlines\u2028and "quotes"' }), entry({ number: 2 })];
  const lines = auditLines(items).split('\n');
  expect(lines.pop()).toBe('');
  expect(lines.map((line) => JSON.parse(line))).toEqual(items);
});

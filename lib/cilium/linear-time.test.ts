import { describe, expect, test } from 'vitest';
import { parseServiceList } from './parse-service-list';
import { parseStatus } from './parse-status';
import { statusSections } from './status-text-sections';

describe('time grows with the length of the input, not with its square', () => {
  const repeated = [
    ' ',
    '\t',
    '\u00a0',
    '\n',
    'a',
    '1',
    '[',
    ']',
    '(',
    '{',
    '"',
    '\\',
    '",',
    ', ',
    ' - ',
    'a  ',
    '1.',
    ':',
    'x, ',
    '[a] ',
    '├── ',
    ' (',
    '#',
  ];
  const starts = [
    '',
    '1    ',
    '1    10.0.0.1:80/TCP   ',
    '1    10.0.0.1:80   ClusterIP   1 => 10.0.0.1:80 (',
    '{"',
    '[{"',
    '[1,',
    '  - ',
    '  ',
  ];
  const labels = [...statusSections.keys()].map((label) => `${label}:   `);
  const values = [
    '',
    'Ok   ',
    'True   [',
    'Enabled   [',
    'Wireguard   [',
    'BPF   [',
    'Network: Native   ',
    '[DEGRADED] ',
    'OK, ',
  ];
  const prefixes = [...starts, ...labels, ...labels.flatMap((label) => values.map((value) => label + value))];
  const inputs = prefixes.flatMap((prefix) => repeated.map((unit) => ({ prefix, unit })));

  const grow = ({ prefix, unit }: { prefix: string; unit: string }, length: number): string =>
    prefix + unit.repeat(Math.ceil(length / unit.length));

  /** What this thread worked, not what the clock says: other processes of a busy machine are none of it. */
  function timeMs(text: string): number {
    const start = process.threadCpuUsage();
    parseServiceList(text);
    parseStatus(text);
    const { user, system } = process.threadCpuUsage(start);
    return (user + system) / 1000;
  }

  test('on single lines and on structures made to trip a reader', () => {
    // A quadratic reader needs seconds for a line like these, a linear one a few milliseconds.
    const limitMs = 150;
    const slow = inputs
      .filter((input) => timeMs(grow(input, 20_000)) > limitMs / 10)
      .filter((input) => Math.min(...[1, 2, 3].map(() => timeMs(grow(input, 80_000)))) > limitMs);
    expect(slow).toEqual([]);
  }, 60_000);

  test('on many lines', () => {
    const lines = [
      '1    10.96.0.1:443/TCP   ClusterIP   1 => 10.0.0.1:80/TCP (active)',
      '2 => x',
      'Kubernetes:   Ok',
      '  Name   1',
      '[...]',
      'Encryption: Wireguard   [a (Pubkey: b, Port: 1, Peers: 2)',
    ];
    for (const line of lines) {
      const shortMs = Math.min(...[1, 2, 3].map(() => timeMs(`${line}\n`.repeat(5_000))));
      const longMs = Math.min(...[1, 2, 3].map(() => timeMs(`${line}\n`.repeat(40_000))));
      // Eight times the lines; a square would be sixty-four times the time.
      expect([line, longMs < 24 * shortMs + 60]).toEqual([line, true]);
    }
  }, 30_000);

  test('on JSON nested without end', () => {
    for (const text of ['['.repeat(200_000), '{"a":'.repeat(100_000), '[{"a":'.repeat(50_000)]) {
      expect(timeMs(text)).toBeLessThan(2000);
    }
  });
});

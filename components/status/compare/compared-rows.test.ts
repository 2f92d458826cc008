import { describe, expect, it } from 'vitest';
import type { AgentStatus } from '@/lib/cilium/agent-status';
import { comparedRows, versionRows } from './compared-rows';

function status(mode: string, ip: string, more: Partial<AgentStatus> = {}): AgentStatus {
  return {
    kubeProxyReplacement: {
      mode: 'True',
      deviceList: [{ name: 'eth0', ip: [ip] }],
      features: { nodePort: { enabled: true, mode, algorithm: 'Random' } },
    },
    sections: {},
    lines: {},
    unparsed: [],
    ...more,
  };
}

describe('two agents side by side', () => {
  const rows = comparedRows(
    status('SNAT', '192.0.2.1', {
      controllers: { healthy: 20, total: 20 },
      routing: { network: 'Native', host: 'BPF' },
    }),
    status('DSR', '192.0.2.2', { controllers: { healthy: 24, total: 24 } }),
  );
  const verdicts = new Map(rows.map(({ id, verdict }) => [id, verdict]));

  it('differ where they say something else, not where every node has its own', () => {
    expect(verdicts.get('mode')).toBe('differs');
    expect(verdicts.get('backend-selection')).toBe('same');
    expect(verdicts.get('devices')).toBe('own');
    expect(verdicts.get('controllers')).toBe('own');
  });

  it('show a field that one of them does not report, and none that neither does', () => {
    expect(rows.find(({ id }) => id === 'routing')).toEqual({
      id: 'routing',
      left: 'Network: Native Host: BPF',
      right: null,
      verdict: 'one-sided',
    });
    expect(verdicts.has('socket-lb')).toBe(false);
  });
});

it('an agent beside another version: what goes, what comes, what stays', () => {
  const rows = versionRows(
    status('SNAT', '192.0.2.1'),
    { major: 1, minor: 13, patch: 4 },
    { major: 1, minor: 18, patch: 999 },
  );
  const of = (id: string) => rows.find((row) => row.id === id);
  expect(of('graceful-termination')?.sentences[0]).toContain('The line is not printed');
  expect(of('routing')?.sentences[0]).toBe('The line is printed there.');
  expect(of('mode')).toMatchObject({ value: 'SNAT', printed: { before: true, after: true } });
  expect(of('socket-lb-protocols')).toBeUndefined();
});

import { describe, expect, test } from 'vitest';
import type { AgentStatus } from '@/lib/cilium/agent-status';
import type { AgentView } from './agent-view';
import { findAttention } from './attention';
import type { FrontendProblem, FrontendView } from './frontend-view';
import { agentView, frontendView, noFacts, source } from './snapshot.fixture';
import type { SourceView } from './source-view';
import { problemFixture } from '@/lib/snapshot/problem.fixture';

const problem = {
  code: 'timed-out' as const,
  title: 'No answer',
  detail: 'It was silent.',
  hint: 'Look at its log.',
};

function attention(given: {
  source?: Partial<SourceView>;
  agents?: AgentView[];
  frontends?: FrontendView[];
  facts?: Partial<typeof noFacts>;
}) {
  return findAttention({
    source: { ...source, ...given.source },
    agents: given.agents ?? [agentView('a')],
    facts: { ...noFacts, ...given.facts },
    frontends: given.frontends ?? [],
  });
}

const status = (mode: string, algorithm: string): AgentStatus => ({
  kubeProxyReplacement: { mode, features: { nodePort: { enabled: true, mode: 'SNAT', algorithm } } },
  sections: {},
  lines: {},
  unparsed: [],
});

test('a healthy cluster wants nothing', () => {
  expect(attention({})).toEqual([]);
});

describe('the source', () => {
  test('no agents at all', () => {
    expect(attention({ agents: [] })).toMatchObject([{ kind: 'no-agents', severity: 'error' }]);
  });

  test('an API server that cannot be reached', () => {
    expect(attention({ agents: [], source: { problem: { ...problem, code: 'unreachable' } } })).toMatchObject(
      [{ kind: 'source', severity: 'error', text: 'It was silent. Look at its log.' }],
    );
  });

  test('names that may not be read are a warning only', () => {
    expect(attention({ source: { problem: { ...problem, code: 'forbidden' } } })).toMatchObject([
      { kind: 'names-missing', severity: 'warning' },
    ]);
  });
});

describe('agents', () => {
  test('a silent one, with its reason and since when', () => {
    const silent = agentView('b', {}, { problem, stale: true });
    expect(attention({ agents: [agentView('a'), silent] })).toMatchObject([
      {
        kind: 'agent-silent',
        severity: 'error',
        title: 'The agent on b is silent',
        text: 'It was silent. Look at its log.',
        target: { node: 'b' },
        sinceTimestamp: '2026-01-01T00:00:00.000Z',
      },
    ]);
  });

  test('one whose pod is not ready', () => {
    const [item] = attention({ agents: [agentView('a', { podReady: false, podPhase: 'Running' })] });
    expect(item).toMatchObject({ kind: 'agent-not-ready', severity: 'warning' });
    const notReady = { ...problem, code: 'not-ready' as const };
    const [silent] = attention({ agents: [agentView('a', { podReady: false }, { problem: notReady })] });
    expect(silent).toMatchObject({ kind: 'agent-not-ready', severity: 'error' });
  });

  test('nodes without one', () => {
    expect(attention({ facts: { agents: { desired: 3, ready: 1 } } })).toMatchObject([
      { kind: 'agent-not-ready', text: '1 of 3 agents are ready: 2 nodes have no working agent.' },
    ]);
  });

  test('several versions, and several settings', () => {
    const agents = [
      agentView('a', { version: '1.18.2', status: status('True', 'Random') }),
      agentView('b', { version: '1.18.2', status: status('True', 'Random') }),
      agentView('c', { version: '1.17.1', status: status('True', 'Maglev') }),
    ];
    const items = attention({ agents });
    expect(items.map(({ kind }) => kind).sort()).toEqual(['settings-differ', 'version-skew']);
    expect(items.find(({ kind }) => kind === 'version-skew')?.text).toBe(
      'Agents run 1.18.2 on 2 nodes, 1.17.1 on c.',
    );
    expect(items.find(({ kind }) => kind === 'settings-differ')?.text).toContain('Maglev on c');
  });

  test('lines that could not be read', () => {
    expect(attention({ agents: [agentView('a', {}, { unparsedCount: 3 })] })).toMatchObject([
      {
        kind: 'unparsed',
        severity: 'info',
        text: '3 lines of its output could not be read; the raw output has them.',
      },
    ]);
  });
});

describe('frontends', () => {
  const trouble = (kind: FrontendProblem['kind'], text: string, sinceTimestamp: string) => ({
    service: { namespace: 'shop', name: 'web', portName: null },
    problems: [
      problemFixture(kind, { text, sinceTimestamp, severity: kind === 'nodes-disagree' ? 'medium' : 'high' }),
    ],
  });

  test('one trouble of several rows of a Service is one item, since the first', () => {
    const frontends = [
      frontendView('10.96.0.1:80/TCP', trouble('no-backends', 'none', '2026-01-02T00:00:00Z')),
      frontendView('0.0.0.0:30080/TCP', trouble('no-backends', 'none', '2026-01-01T00:00:00Z')),
    ];
    expect(attention({ frontends })).toMatchObject([
      {
        title: 'shop/web',
        text: 'none (2 rows)',
        sinceTimestamp: '2026-01-01T00:00:00Z',
        target: { frontendKey: '10.96.0.1:80/TCP' },
      },
    ]);
  });

  test('the gravest come first, then the longest', () => {
    const frontends = [
      frontendView('10.96.0.1:80/TCP', trouble('nodes-disagree', 'b', '2026-01-01T00:00:00Z')),
      frontendView('10.96.0.2:80/TCP', trouble('no-backends', 'late', '2026-01-03T00:00:00Z')),
      frontendView('10.96.0.3:80/TCP', trouble('no-active-backend', 'early', '2026-01-02T00:00:00Z')),
    ];
    expect(attention({ frontends }).map(({ text }) => text)).toEqual(['early', 'late', 'b']);
  });

  test('ids are each one’s own', () => {
    const frontends = [
      frontendView('10.96.0.1:80/TCP', trouble('no-backends', 'one', '2026-01-01T00:00:00Z')),
      frontendView('10.96.0.2:80/TCP', trouble('no-backends', 'two', '2026-01-01T00:00:00Z')),
    ];
    const ids = attention({ frontends, agents: [] }).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

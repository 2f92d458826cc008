import { describe, expect, it } from 'vitest';
import type { AgentView, AnswerView } from '@/lib/snapshot/agent-view';
import { freshnessOf } from './freshness-of';

const good: AnswerView = {
  answeredTimestamp: '2026-01-18T08:14:02Z',
  askedTimestamp: '2026-01-18T08:14:01Z',
  durationMs: 184,
  sizeBytes: 900,
  stale: false,
  problem: null,
  unparsedCount: 0,
};
const unasked: AnswerView = {
  ...good,
  answeredTimestamp: null,
  askedTimestamp: null,
  durationMs: null,
  sizeBytes: null,
};
const timedOut: AnswerView = {
  ...good,
  stale: true,
  problem: {
    code: 'timed-out',
    title: 'The agent did not answer in 10 s',
    detail: '',
    hint: 'Look at its log.',
  },
};

function agent(node: string, answer: AnswerView): AgentView {
  return {
    node,
    namespace: 'kube-system',
    pod: `cilium-${node}`,
    container: 'cilium-agent',
    image: null,
    daemonSet: 'cilium',
    nodeIPs: [],
    zone: null,
    podReady: true,
    podPhase: 'Running',
    restarts: 0,
    startedTimestamp: null,
    version: null,
    binary: null,
    status: null,
    frontendCount: null,
    backendCount: null,
    answers: { status: answer, 'service-list': answer },
  };
}

const live = { phase: 'live', lastEventMs: 0 } as const;

describe('freshnessOf', () => {
  it('is fresh by the oldest answer when every agent answers', () => {
    const older = { ...good, answeredTimestamp: '2026-01-18T08:14:00Z' };
    expect(
      freshnessOf({ agents: [agent('a', good), agent('b', older)], source: undefined, live, failure: null }),
    ).toEqual({ form: 'fresh', total: 2, oldestTimestamp: '2026-01-18T08:14:00Z' });
  });

  it('never calls a silent agent fresh, and keeps its reason', () => {
    const form = freshnessOf({
      agents: [agent('a', good), agent('b', timedOut)],
      source: undefined,
      live,
      failure: null,
    });
    expect(form).toMatchObject({ form: 'silent', answering: 1, total: 2 });
    expect(form.form === 'silent' && form.silent[0]?.reason).toBe('The agent did not answer in 10 s');
  });

  it('is asking until each agent has answered once', () => {
    expect(freshnessOf({ agents: undefined, source: undefined, live, failure: null })).toEqual({
      form: 'asking',
      total: null,
    });
    expect(
      freshnessOf({
        agents: [agent('a', good), agent('b', unasked)],
        source: undefined,
        live,
        failure: null,
      }),
    ).toEqual({ form: 'asking', total: 2 });
  });

  it('tells no answer from no agents', () => {
    expect(freshnessOf({ agents: [], source: undefined, live, failure: null }).form).toBe('no-agents');
    expect(
      freshnessOf({ agents: undefined, source: undefined, live, failure: 'The server is not ready' }).form,
    ).toBe('no-answer');
  });

  it('says it is paused, whatever else is known', () => {
    const paused = { phase: 'paused', sinceMs: 5 } as const;
    expect(
      freshnessOf({
        agents: [agent('a', timedOut)],
        source: undefined,
        live: paused,
        failure: 'The server is not ready',
      }),
    ).toEqual({
      form: 'paused',
      sinceMs: 5,
    });
  });
});

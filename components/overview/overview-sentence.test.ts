import { describe, expect, it } from 'vitest';
import type { AgentView, AnswerView } from '@/lib/snapshot/agent-view';
import type { AttentionItem } from '@/lib/snapshot/attention';
import { overviewSentence } from './overview-sentence';

function agent(node: string, mode: string | null, silent = false): AgentView {
  const answer: AnswerView = {
    answeredTimestamp: '2026-01-18T08:14:02Z',
    askedTimestamp: '2026-01-18T08:14:01Z',
    durationMs: 184,
    sizeBytes: 900,
    stale: silent,
    problem: null,
    unparsedCount: 0,
  };
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
    status:
      mode === null
        ? null
        : { kubeProxyReplacement: { mode, features: {} }, sections: {}, lines: {}, unparsed: [] },
    frontendCount: null,
    backendCount: null,
    answers: { status: answer, 'service-list': answer },
  };
}

function item(over: Partial<AttentionItem>): AttentionItem {
  return {
    id: 'x',
    severity: 'error',
    kind: 'frontend',
    title: '',
    text: '',
    target: {},
    sinceTimestamp: null,
    ...over,
  };
}

function whole(agents: AgentView[], items: AttentionItem[] = []) {
  const { state, attention } = overviewSentence(agents, items);
  return `${state} ${attention}`.trim();
}

describe('overviewSentence', () => {
  it('says that all is well of the article’s cluster, and of newer versions’ words', () => {
    expect(whole([agent('a', 'Strict'), agent('b', 'Strict')])).toBe(
      'Both agents answer, and kube-proxy is replaced on both nodes. Nothing needs attention.',
    );
    expect(whole([agent('a', 'True')])).toBe(
      'The agent answers, and kube-proxy is replaced on its node. Nothing needs attention.',
    );
  });

  it('never says more than the agents said', () => {
    expect(whole([agent('a', null), agent('b', null)])).toBe('Both agents answer. Nothing needs attention.');
    expect(whole([agent('a', 'Strict'), agent('b', null), agent('c', 'False')])).toContain(
      'replaced on one of three nodes',
    );
    expect(whole([agent('a', 'Partial'), agent('b', 'Probe')])).toContain('partly replaced on both nodes');
    expect(whole([agent('a', 'Disabled'), agent('b', 'False')])).toContain('kube-proxy is not replaced.');
  });

  it('counts the silent', () => {
    expect(whole([agent('a', 'Strict', true), agent('b', 'Strict')])).toContain(
      'One of two agents does not answer; by the last answers kube-proxy is replaced on both nodes.',
    );
    expect(whole([agent('a', 'Strict', true), agent('b', 'Strict', true)])).toContain(
      'None of the two agents answers',
    );
  });

  it('counts a Service once, whatever is wrong with it, and leaves out what is only good to know', () => {
    const checkout = item({ title: 'boutique/checkout', target: { frontendKey: '10.0.0.1:443' } });
    const items = [
      checkout,
      { ...checkout, id: 'y' },
      item({ title: '0.0.0.0:80', target: { frontendKey: '0.0.0.0:80' } }),
      item({ kind: 'agent-silent', target: { node: 'a' } }),
      item({ kind: 'settings-differ', severity: 'warning' }),
      item({ kind: 'unparsed', severity: 'info', target: { node: 'b' } }),
    ];
    expect(overviewSentence([agent('a', 'Strict')], items).attention).toBe(
      'One Service, one other address, one agent and one other matter need attention.',
    );
    expect(overviewSentence([agent('a', 'Strict')], [checkout]).attention).toBe(
      'One Service needs attention.',
    );
  });

  it('tells no agents from a cluster where all is well', () => {
    expect(whole([])).toBe('No Cilium agent was found in this cluster.');
  });
});

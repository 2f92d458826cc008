import { describe, expect, it } from 'vitest';
import { agentView, noFacts } from '@/lib/snapshot/snapshot.fixture';
import type { AgentView } from '@/lib/snapshot/agent-view';
import { whoTranslates } from './who-translates-sentence';

function agent(node: string, mode: string | null): AgentView {
  return {
    ...agentView(node),
    status:
      mode === null
        ? null
        : { kubeProxyReplacement: { mode, features: {} }, sections: {}, lines: {}, unparsed: [] },
  };
}

function sentence(modes: (string | null)[], kubeProxyPods: number | null) {
  const items = modes.map((mode, index) => agent(`node-${index}`, mode));
  return whoTranslates({ revision: 1, items, facts: { ...noFacts, kubeProxyPods } });
}

describe('who translates Services', () => {
  it('says that Cilium does, and that kube-proxy is gone', () => {
    expect(sentence(['True', 'True'], 0)).toEqual({
      state: 'Here Cilium translates Services, on both nodes that answered.',
      rest: 'No pod of kube-proxy runs.',
    });
  });

  it('warns of a kube-proxy that still runs beside it', () => {
    expect(sentence(['Strict'], 3).state).toContain('kube-proxy still runs beside it');
  });

  it('tells nodes apart, and silence from a no', () => {
    expect(sentence(['True', 'False'], 2).state).toContain('On 1 of 2 nodes');
    expect(sentence([null], 2).state).toBe('No agent has said yet who translates Services here.');
    expect(sentence(['Disabled'], null).rest).toContain('cannot be told');
  });
});

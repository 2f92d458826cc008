import { describe, expect, it } from 'vitest';
import type { SettingsAlert } from '@/lib/snapshot/settings-alerts';
import { alertSentences } from './alert-sentences';

const alert: SettingsAlert = {
  kind: 'node-config',
  nodes: ['w-4'],
  key: 'bpf-lb-algorithm',
  name: 'Backend selection',
  desired: 'random',
  realised: 'random',
  object: 'CiliumNodeConfig kube-system/canary',
  rules: [],
  since: null,
  others: { value: 'maglev', nodes: 3 },
};
const names = { total: 4, nameOf: (node: string) => node };

describe('a notice', () => {
  it('names the node, what it runs, what the others run, and the object that makes it so', () => {
    expect(alertSentences(alert, names)).toEqual({
      title: '`w-4` runs `bpf-lb-algorithm: random`; three others, `maglev`.',
      reasons: ['CiliumNodeConfig kube-system/canary sets it for this node.'],
    });
  });

  it('counts nodes where they are many', () => {
    const nodes = ['a', 'b', 'c', 'd'];
    expect(alertSentences({ ...alert, nodes }, { ...names, total: 9 }).title).toMatch(/^4 of 9 nodes run /);
    expect(alertSentences({ ...alert, nodes }, names).title).toMatch(/^All 4 nodes run /);
  });

  it('says what is desired since when, and what still runs', () => {
    const pending = {
      ...alert,
      kind: 'pending-restart' as const,
      object: 'ConfigMap kube-system/cilium-config',
      desired: 'maglev',
    };
    expect(alertSentences(pending, names).reasons).toEqual([
      'ConfigMap kube-system/cilium-config has had `bpf-lb-algorithm: maglev`; `w-4` still runs `random`. Agents read it only when they start.',
    ]);
  });

  it('quotes every rule that would end the agent', () => {
    const rules = [
      {
        id: 'B3',
        keys: ['bpf-lb-mode', 'routing-mode'],
        message: 'Node Port "dsr" mode cannot be used with vxlan tunneling.',
      },
    ];
    expect(alertSentences({ ...alert, kind: 'fatal', key: null, rules }, names)).toEqual({
      title: 'The agent of `w-4` would not start again.',
      reasons: [
        'Node Port "dsr" mode cannot be used with vxlan tunneling. (rule B3, DSR does not go through VXLAN tunnels: `bpf-lb-mode` and `routing-mode`)',
      ],
    });
  });
});

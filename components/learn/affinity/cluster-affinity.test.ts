import { expect, test } from 'vitest';
import type { AgentStatus } from '@/lib/cilium/agent-status';
import type { KubeProxyReplacementFeatures } from '@/lib/cilium/kube-proxy-replacement';
import { agentView } from '@/lib/snapshot/snapshot.fixture';
import { clusterAffinity } from './cluster-affinity';

function agent(version: string, features: KubeProxyReplacementFeatures) {
  const status: AgentStatus = {
    kubeProxyReplacement: { mode: 'True', features },
    sections: {},
    lines: {},
    unparsed: [],
  };
  return agentView('a', { version, status });
}

test('version, algorithm, switch and coverage are those of the cluster', () => {
  expect(
    clusterAffinity(
      [
        agent('1.16.3', {
          nodePort: { enabled: true, algorithm: 'Maglev' },
          sessionAffinity: { enabled: false },
          bpfSocketLBHostnsOnly: true,
        }),
      ],
      { insideWay: 'cookie' },
    ),
  ).toEqual({ isOn: false, algorithm: 'maglev', insideWay: 'packet', minor: 16 });
});

test('a kernel that the version does not run on is not kept', () => {
  const of = (version: string) =>
    clusterAffinity([agent(version, {})], { insideWay: 'no-cookie' })?.insideWay;
  expect(of('1.17.0')).toBe('no-cookie');
  expect(of('1.18.0')).toBe('cookie');
  expect(clusterAffinity([], { insideWay: 'cookie' })).toBeNull();
});

import { describe, expect, it } from 'vitest';
import { agentView } from '@/lib/snapshot/snapshot.fixture';
import { clusterTermination } from './cluster-termination';

function agent(version: string | null, gracefulTermination?: { enabled: boolean }) {
  const features = gracefulTermination === undefined ? {} : { gracefulTermination };
  const status =
    version === null
      ? null
      : { kubeProxyReplacement: { mode: 'True', features }, sections: {}, lines: {}, unparsed: [] };
  return agentView('a', { version, status });
}

describe('what this cluster reports of graceful termination', () => {
  it('is the version, and the setting up to v1.17', () => {
    expect(clusterTermination([agent('1.13.4', { enabled: true })])).toEqual({
      version: { major: 1, minor: 13, patch: 4 },
      isSettingOn: true,
    });
    expect(clusterTermination([agent('1.17.2', { enabled: false })])?.isSettingOn).toBe(false);
    expect(clusterTermination([agent('1.18.4')])?.isSettingOn).toBe(true);
  });
  it('comes from the first agent that reports a release that is known', () => {
    expect(
      clusterTermination([agent(null), agent('1.12.0', { enabled: true }), agent('1.19.1')])?.version?.minor,
    ).toBe(19);
    expect(clusterTermination([agent(null), agent('1.40.0')])).toBeNull();
    expect(clusterTermination([])).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import type { KindTypes } from '../../agent-contract';
import type { CiliumVersion } from '../cilium-version';
import type { NodeFacts } from '../node-facts';
import { defaultNodeFacts } from '../node-facts';
import { fatalMessage } from '@/lib/cilium/rules/fatal-message';
import { readSettings } from '@/lib/cilium/settings/agent-settings';
import { agentLog } from './agent-log';
import { fatalProblem } from './fatal-problem';

function release(minor: number, patch = 0): CiliumVersion {
  return { major: 1, minor, patch, text: `1.${minor}.${patch}` };
}

const node = {
  metadata: { name: 'kpr1' },
  status: { addresses: [{ type: 'InternalIP', address: '192.0.2.11' }] },
} as KindTypes['Node'];

const facts: NodeFacts = {
  ...defaultNodeFacts(node, 'kpr1'),
  devices: [
    { name: 'eth0', ips: ['192.0.2.11'], defaultRoute: true },
    { name: 'eth1', ips: ['198.51.100.11'], defaultRoute: false },
    { name: 'dum0', ips: ['203.0.113.1'], defaultRoute: false },
  ],
};

function lastWords(config: Record<string, string>, version: CiliumVersion): string | null {
  const found = fatalProblem(config, version, facts, node);
  if (found === null) return null;
  const { msg, error } = fatalMessage(found, version);
  return error === null ? msg : `${msg} ${error}`;
}

describe('what ends an agent', () => {
  const native = { 'routing-mode': 'native', 'kube-proxy-replacement': 'true' };
  it('names the alias of the mode up to v1.17, and looks at it with NodePort off only since v1.18', () => {
    expect(lastWords({ ...native, 'bpf-lb-mode': 'foo' }, release(16))).toBe(
      'failed to start: daemon creation failed: unable to initialize kube-proxy replacement options: Invalid value for --node-port-mode: foo',
    );
    const off = { ...native, 'kube-proxy-replacement': 'false', 'bpf-lb-mode': 'foo' };
    expect(lastWords(off, release(16))).toBeNull();
    expect(lastWords(off, release(18, 2))).toContain('Invalid value for --bpf-lb-mode: foo');
  });
  it('takes strict up to v1.15, and as no boolean since v1.19', () => {
    const config = { 'routing-mode': 'native', 'kube-proxy-replacement': 'strict' };
    expect(lastWords({ ...config, tunnel: 'disabled' }, release(13, 4))).toBeNull();
    expect(lastWords(config, release(15))).toBeNull();
    expect(lastWords(config, release(16))).toContain('Invalid value for --kube-proxy-replacement: strict');
    expect(lastWords(config, release(18))).toContain('invalid value for kube-proxy-replacement');
    expect(lastWords(config, release(19))).toContain('Incorrect config-map flag value');
  });
  it('refuses DSR over VXLAN since v1.14, over any tunnel in v1.13, and turned it off before', () => {
    const dsr = { 'bpf-lb-mode': 'dsr' };
    expect(lastWords({ ...dsr, 'kube-proxy-replacement': 'true' }, release(16))).toContain(
      'Node Port "dsr" mode cannot be used with vxlan tunneling.',
    );
    const strict = { ...dsr, 'kube-proxy-replacement': 'strict', tunnel: 'vxlan' };
    expect(lastWords(strict, release(13, 4))).toContain(
      'Node Port "dsr" mode cannot be used with tunneling.',
    );
    expect(lastWords(strict, release(12))).toBeNull();
  });
  it('ends with the exit code of its logger: 1 up to v1.17, 255 since', () => {
    const start = { startedAtMs: 0, config: { 'bpf-lb-maglev-table-size': '1000' } };
    const death = (version: CiliumVersion) => {
      const problem = fatalProblem(start.config, version, facts, node);
      return agentLog(start, version, readSettings(start.config, version), problem).fatal;
    };
    expect(death(release(17))).toMatchObject({ exitCode: 1, line: expect.stringMatching(/^level=fatal /) });
    expect(death(release(18))).toMatchObject({ exitCode: 255, line: expect.stringMatching(/^time=/) });
  });
  it('does not look at the dispatch in v1.18 and v1.19', () => {
    const config = { ...native, 'bpf-lb-dsr-dispatch': 'foo' };
    expect(lastWords(config, release(18))).toBeNull();
    expect(lastWords(config, release(19))).toBeNull();
    expect(lastWords(config, release(20))).toContain('Invalid value for --bpf-lb-dsr-dispatch: foo');
  });
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { KindTypes } from '../../agent-contract';
import type { CiliumVersion } from '../cilium-version';
import type { NodeFacts } from '../node-facts';
import { defaultNodeFacts } from '../node-facts';
import { fatalMessage } from '@/lib/cilium/rules/fatal-message';
import { fatalProblem } from './fatal-problem';

const vectors = join(import.meta.dirname, '../../../../../../shared/vectors/agent');

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
  it('does not look at the dispatch in v1.18 and v1.19', () => {
    const config = { ...native, 'bpf-lb-dsr-dispatch': 'foo' };
    expect(lastWords(config, release(18))).toBeNull();
    expect(lastWords(config, release(19))).toBeNull();
    expect(lastWords(config, release(20))).toContain('Invalid value for --bpf-lb-dsr-dispatch: foo');
  });
});

/** Cases decided by the kernel or the recording machine, which the model leaves out. */
const notModelled = new Map([
  ['accel-native-dummy', 'the driver of a dummy device refuses XDP'],
  ['nat46x64-gateway-panic', 'a panic of 1.21-dev, no rule'],
  ['netkit-iptables-masq', 'the recording kernel has no netkit'],
  ['netkit-kpr-false', 'the recording kernel has no netkit'],
  ['netkit-legacy', 'the recording kernel has no netkit'],
  ['wireguard-accel', 'the recording kernel has no WireGuard'],
]);

type Recorded = {
  id: string;
  input: Record<string, string>;
  config_dir_exit: number | null;
  fatal_message: string | null;
  fatal_error: string | null;
};

if (!existsSync(vectors)) {
  it.skip('reads ../shared/vectors/agent (absent here)', () => {});
} else {
  const index = JSON.parse(readFileSync(join(vectors, 'index.json'), 'utf8')) as { fatal: Recorded[] };
  const settings = JSON.parse(
    readFileSync(join(vectors, 'settings/kpr-true-defaults/input.json'), 'utf8'),
  ) as { data: Record<string, string> };
  const kept = new Set(readdirSync(join(vectors, 'fatal')).map((name) => name.replace('.json', '')));
  const cases = index.fatal.filter(({ id }) => kept.has(id) && !notModelled.has(id));
  describe('the last words of a real 1.21-dev agent', () => {
    it.each(cases)('$id', ({ input, fatal_message: message, fatal_error: error }) => {
      const words = message === null ? null : error === null ? message : `${message} ${error}`;
      expect(lastWords({ ...settings.data, ...input }, release(21))).toBe(words);
    });
  });
}

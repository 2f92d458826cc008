import { describe, expect, it } from 'vitest';
import { noFacts } from '../rules/start-facts';
import { baseConfig, configMap, nodeConfig, release, settled, statusOf } from './agent-beside-config.fixture';
import { judgeSettings } from './judge-settings';
import { knobs } from './knob-catalogue';
import type { AgentBesideConfig, KnobVerdict, Verdict } from './knob-verdict';

const letters: Record<string, Verdict | null> = {
  e: 'in-effect',
  p: 'pending-restart',
  o: 'overridden',
  n: 'not-reported',
  i: 'ignored',
  f: 'fatal',
  // The version has no such knob, and nothing is said of it.
  '-': null,
};

const minors = [13, 16, 18, 19];

/**
 * Every knob in 1.13, 1.16, 1.18 and 1.19, a letter each: its verdict while the agent runs with what is written, and
 * after the value was written into the ConfigMap of a running agent.
 */
const table: [key: string, value: string, untouched: string, written: string][] = [
  ['kube-proxy-replacement', 'false', 'eeee', 'fppp'],
  ['kube-proxy-replacement-healthz-bind-address', '0.0.0.0:10256', 'nnnn', 'pppp'],
  ['enable-host-reachable-services', 'true', '----', 'iiii'],
  ['bpf-lb-sock', 'false', 'oooo', 'oooo'],
  ['host-reachable-services-protos', 'tcp', '----', 'iiii'],
  ['bpf-lb-sock-hostns-only', 'true', 'eeee', 'pppp'],
  ['bpf-lb-sock-terminate-pod-connections', 'true', '-nnn', 'ippp'],
  ['lb-sock-terminate-all-protos', 'true', '---n', 'iiip'],
  ['trace-sock', 'false', 'nnnn', 'pppp'],
  ['enable-node-port', 'false', 'ooo-', 'oooi'],
  ['enable-host-port', 'false', 'eoo-', 'oooi'],
  ['enable-external-ips', 'false', 'eoo-', 'oooi'],
  ['enable-session-affinity', 'false', 'ooe-', 'oooi'],
  ['enable-svc-source-range-check', 'false', 'nnn-', 'pppi'],
  ['enable-k8s-terminating-endpoint', 'false', 'ee--', 'ppii'],
  ['enable-internal-traffic-policy', 'false', 'nnn-', 'pppi'],
  ['enable-service-topology', 'true', 'nnnn', 'pppp'],
  ['bpf-lb-external-clusterip', 'true', 'nnnn', 'pppp'],
  ['bpf-lb-source-range-all-types', 'true', '--nn', 'iipp'],
  ['bpf-lb-proto-diff', 'false', '--n-', 'iipi'],
  ['enable-no-service-endpoints-routable', 'false', '---n', 'iiip'],
  ['k8s-service-proxy-name', 'mesh', 'nnnn', 'pppp'],
  ['bpf-lb-only', 'true', '--n-', 'iipi'],
  ['enable-experimental-lb', 'true', '----', 'iiii'],
  ['bpf-lb-mode', 'dsr', 'eeee', 'pppp'],
  ['bpf-lb-mode-annotation', 'true', '--ee', 'iipp'],
  ['bpf-lb-dsr-dispatch', 'geneve', 'neee', 'pppp'],
  ['bpf-lb-dsr-l4-xlate', 'backend', 'nn--', 'ppii'],
  ['bpf-lb-rss-ipv4-src-cidr', '10.0.0.0/8', 'nnnn', 'ffff'],
  ['bpf-lb-rss-ipv6-src-cidr', 'fd00::/8', 'nnnn', 'ffff'],
  ['bpf-lb-algorithm', 'maglev', 'eeee', 'pppp'],
  ['bpf-lb-algorithm-annotation', 'true', '--ee', 'iipp'],
  // A bad size while backends are chosen at random: harmless up to 1.16, fatal since 1.17.
  ['bpf-lb-maglev-table-size', '1000', 'nnnn', 'ppff'],
  ['bpf-lb-maglev-hash-seed', 'short', 'nnnn', 'ppff'],
  ['bpf-lb-acceleration', 'best-effort', 'eeee', 'fppp'],
  ['enable-nat46x64-gateway', 'true', 'eeee', 'pppp'],
  ['bpf-lb-nat46x64', 'true', '--ee', 'iipp'],
  ['enable-ipip-termination', 'true', '-nnn', 'ippp'],
  ['bpf-lb-ipip-sock-mark', 'true', '--nn', 'iiff'],
  ['node-port-range', '31000,31999', 'eeee', 'pppp'],
  ['nodeport-addresses', '10.0.0.0/8', '-nnn', 'ippp'],
  ['node-port-bind-protection', 'false', 'nnnn', 'pppp'],
  ['enable-auto-protect-node-port-range', 'false', 'nnnn', 'pppp'],
  ['enable-health-check-nodeport', 'false', 'nnnn', 'pppp'],
  ['enable-health-check-loadbalancer-ip', 'true', '-nnn', 'ippp'],
  ['enable-dynamic-source-lookup-nodeport', 'true', '----', 'iiii'],
  ['direct-routing-device', 'eth1', 'eeee', 'pppp'],
  ['devices', 'eth1', 'eeee', 'pppp'],
  ['bpf-lb-map-max', '1000', 'nnnn', 'pppp'],
  ['bpf-lb-service-map-max', '512', 'nnnn', 'pppp'],
  ['bpf-lb-service-backend-map-max', '512', 'nnnn', 'pppp'],
  ['bpf-lb-rev-nat-map-max', '512', 'nnnn', 'pppp'],
  ['bpf-lb-affinity-map-max', '512', 'nnnn', 'pppp'],
  ['bpf-lb-source-range-map-max', '512', 'nnnn', 'pppp'],
  ['bpf-lb-maglev-map-max', '-1', 'nnnn', 'ffff'],
  ['bpf-sock-rev-map-max', '2048', 'nnnn', 'pppp'],
  ['enable-l2-neigh-discovery', 'maybe', 'nnnn', 'ffff'],
  ['lb-reflector-wait-time', '1s', '----', 'iiii'],
  ['bpf-lb-enable-wildcard-entries', 'false', '----', 'iiii'],
  ['tunnel', 'vxlan', 'n---', 'piii'],
  ['routing-mode', 'tunnel', '-eee', 'ippp'],
  ['tunnel-protocol', 'geneve', '-nnn', 'ippp'],
  ['underlay-protocol', 'ipv6', '--nn', 'iipp'],
  ['enable-bpf-masquerade', 'false', 'eeee', 'pppp'],
  ['enable-host-legacy-routing', 'true', 'eeee', 'pppp'],
  ['install-no-conntrack-iptables-rules', 'true', 'nnnn', 'pppp'],
  ['install-iptables-rules', 'false', 'nnnn', 'ffff'],
  ['enable-wireguard', 'true', 'nnnn', 'pppp'],
  ['encrypt-node', 'true', 'nnnn', 'pppp'],
  ['enable-ipsec', 'true', 'nnnn', 'fppp'],
  ['datapath-mode', 'netkit', 'neee', 'pppp'],
  ['k8s-api-server-urls', 'https://192.0.2.1:6443', '--nn', 'iipp'],
  ['enable-ipv4-masquerade', 'false', 'nnnn', 'pppp'],
  ['enable-tcx', 'false', '-nnn', 'ippp'],
  ['bpf-map-dynamic-size-ratio', '0.005', 'nnnn', 'pppp'],
  ['enable-health-checking', 'false', 'nnnn', 'pppp'],
  ['enable-endpoint-health-checking', 'false', 'nnnn', 'pppp'],
  ['bpf-lb-algorthm', 'maglev', '----', 'iiii'],
];

function verdictOf(key: string, agent: AgentBesideConfig): KnobVerdict | undefined {
  return judgeSettings(agent, noFacts).settings.find((setting) => setting.key === key);
}

const told = (letter: string | undefined): Verdict | null => letters[letter ?? ''] ?? null;

describe.each(minors)('in 1.%i', (minor) => {
  const column = minors.indexOf(minor);
  const version = release(minor);
  const before = baseConfig(version);

  it.each(table)('%s: what is written is what runs', (key, _value, untouched) => {
    expect(verdictOf(key, settled(version, before))?.verdict ?? null).toBe(told(untouched[column]));
  });

  it.each(table)('%s: %s is written while the agent runs', (key, value, _untouched, written) => {
    const agent = { ...settled(version, before), layers: [configMap({ ...before, [key]: value })] };
    expect(verdictOf(key, agent)?.verdict ?? null).toBe(told(written[column]));
  });
});

it('has a row for every knob', () => {
  expect(knobs.map(({ key }) => key).filter((key) => !table.some(([named]) => named === key))).toEqual([]);
});

describe('why', () => {
  const v18 = release(18);
  const config = baseConfig(v18);

  it('says that full replacement forces Socket LB on, whatever the key says (cilium#47417)', () => {
    expect(verdictOf('bpf-lb-sock', settled(v18, { ...config, 'bpf-lb-sock': 'false' }))).toMatchObject({
      desired: { value: 'false', source: { kind: 'config-map' } },
      realised: 'true',
      verdict: 'overridden',
      reason: 'Forced on because kube-proxy-replacement is true.',
      rule: 'KPR',
    });
  });

  it('calls a value pending when its object was written after the agent started, and not before', () => {
    const agent = (written: string, key: Record<string, string> = {}): AgentBesideConfig => ({
      ...settled(v18, config),
      startedWith: null,
      startedMs: Date.parse('2026-08-22T10:00:00Z'),
      layers: [{ ...configMap({ ...config, 'bpf-lb-algorithm': 'maglev' }, written), keyTimestamps: key }],
    });
    const pending = verdictOf('bpf-lb-algorithm', agent('2026-08-22T10:15:00Z'));
    expect(pending).toMatchObject({ verdict: 'pending-restart', since: '2026-08-22T10:15:00.000Z' });
    expect(pending?.reason).toContain('ConfigMap kube-system/cilium-config says maglev.');
    expect(verdictOf('bpf-lb-algorithm', agent('2026-08-22T09:00:00Z'))?.verdict).toBe('differs');
    // Another key was written since; this one’s writer was there before.
    const early = { 'bpf-lb-algorithm': '2026-08-22T09:00:00Z' };
    expect(verdictOf('bpf-lb-algorithm', agent('2026-08-22T10:15:00Z', early))?.verdict).toBe('differs');
  });

  it('names the CiliumNodeConfig that wins, the last by name', () => {
    const layers = [
      configMap({ ...config, 'bpf-lb-algorithm': 'maglev' }),
      nodeConfig('a-canary', { 'bpf-lb-algorithm': 'maglev' }),
      nodeConfig('b-canary', { 'bpf-lb-algorithm': 'random' }),
    ];
    const startedWith = { ...config, 'bpf-lb-algorithm': 'random' };
    expect(verdictOf('bpf-lb-algorithm', { ...settled(v18, config), layers, startedWith })).toMatchObject({
      desired: {
        value: 'random',
        source: { kind: 'node-config', object: 'CiliumNodeConfig kube-system/b-canary' },
        instead: { value: 'maglev', object: 'CiliumNodeConfig kube-system/a-canary' },
      },
      verdict: 'in-effect',
    });
  });

  it.each([
    [13, null],
    [16, 'Node Port "dsr" mode with geneve dispatch requires geneve tunnel protocol.'],
    [18, 'Node Port "dsr" mode with "geneve" dispatch requires geneve tunnel protocol.'],
    [19, 'Node Port "dsr" mode with "geneve" dispatch requires geneve tunnel protocol.'],
  ])('waits with Geneve dispatch and no tunnel-protocol to kill 1.%i: %s', (minor, message) => {
    const version = release(minor);
    const dsr = { 'bpf-lb-mode': 'dsr', 'bpf-lb-dsr-dispatch': 'geneve' };
    const agent = {
      ...settled(version, baseConfig(version)),
      layers: [configMap({ ...baseConfig(version), ...dsr })],
    };
    const found = verdictOf('tunnel-protocol', agent);
    // 1.13 has neither the key nor the dispatch: there it is the dispatch that is refused.
    if (message === null) {
      expect(found).toBeUndefined();
      expect(verdictOf('bpf-lb-dsr-dispatch', agent)).toMatchObject({ verdict: 'fatal', rule: 'A9' });
    } else {
      expect(found).toMatchObject({ verdict: 'fatal', rule: 'B8' });
      expect(found?.reason).toContain(message);
    }
  });

  it('does not call fatal what the agent started with and runs', () => {
    const bad = { ...config, 'bpf-lb-maglev-table-size': '1000' };
    expect(verdictOf('bpf-lb-maglev-table-size', settled(v18, bad))?.verdict).toBe('not-reported');
    const dead = { ...settled(v18, bad), isRunning: false };
    expect(verdictOf('bpf-lb-maglev-table-size', dead)?.verdict).toBe('fatal');
  });

  it('reads an older name of a flag where the version takes it', () => {
    const dsr = settled(v18, { ...config, 'node-port-mode': 'dsr' }, statusOf(v18, { mode: 'DSR' }));
    expect(verdictOf('bpf-lb-mode', dsr)).toMatchObject({
      desired: { value: 'dsr', writtenAs: 'node-port-mode' },
      verdict: 'in-effect',
    });
    const v20 = settled(release(20), { ...config, 'node-port-mode': 'dsr' });
    expect(verdictOf('node-port-mode', v20)?.verdict).toBe('ignored');
  });

  it('says that an agent has not answered, and still what would kill it', () => {
    const silent = { ...settled(v18, { ...config, 'bpf-lb-mode': 'foo' }), status: null, isRunning: false };
    expect(verdictOf('bpf-lb-algorithm', silent)?.verdict).toBe('unknown');
    expect(verdictOf('bpf-lb-mode', silent)).toMatchObject({
      verdict: 'fatal',
      reason: 'The agent would not start with it: Invalid value for --bpf-lb-mode: foo',
    });
  });
});

import { describe, expect, it } from 'vitest';
import { judgeRules } from './judge-rules';
import { rulesOf } from './rules';
import { noFacts } from './start-facts';

const release = (minor: number) => ({ major: 1, minor, patch: 0 });
const minors = [10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21];
const native = { 'kube-proxy-replacement': 'true', 'routing-mode': 'native' };

function judged(minor: number, config: Record<string, string>, id: string, facts = noFacts) {
  return judgeRules(release(minor), config, facts).find((rule) => rule.id === id);
}

function fatalIds(minor: number, config: Record<string, string>): string[] {
  return judgeRules(release(minor), config, noFacts).flatMap(({ id, verdict }) =>
    verdict === 'fatal' ? [id] : [],
  );
}

describe('a judgement', () => {
  it('gives Cilium’s words, the whole line of the log, and every value that was looked at', () => {
    const config = { ...native, 'bpf-lb-mode': 'dsr', 'bpf-lb-dsr-dispatch': 'geneve' };
    expect(judged(18, config, 'B8')).toEqual({
      id: 'B8',
      verdict: 'fatal',
      effect: 'fatal',
      message: 'Node Port "dsr" mode with "geneve" dispatch requires geneve tunnel protocol.',
      logged:
        'unable to run agent: failed to start: daemon creation failed: unable to initialize kube-proxy replacement options: Node Port "dsr" mode with "geneve" dispatch requires geneve tunnel protocol.',
      keys: ['bpf-lb-dsr-dispatch', 'tunnel-protocol'],
      forces: null,
      evidence: [
        { key: 'bpf-lb-dsr-dispatch', value: 'geneve', isSet: true },
        { key: 'tunnel-protocol', value: 'vxlan', isSet: false },
        { key: 'bpf-lb-mode', value: 'dsr', isSet: true },
        { key: 'bpf-lb-mode-annotation', value: 'false', isSet: false },
        { key: 'kube-proxy-replacement', value: 'true', isSet: true },
      ],
    });
  });

  it('is unknown, never passed, where it takes more than the configuration to tell', () => {
    expect(judged(18, native, 'D1')).toMatchObject({
      verdict: 'unknown',
      message: 'the devices of the node',
      logged: null,
    });
    const eth0 = { name: 'eth0', ips: ['192.0.2.11'], defaultRoute: true };
    const facts = { ...noFacts, devices: [eth0], nodeIPs: ['192.0.2.11'] };
    expect(judged(18, native, 'D1', facts)?.verdict).toBe('pass');
    expect(judged(18, { ...native, 'direct-routing-device': 'eth9' }, 'D1', facts)?.verdict).toBe('fatal');
    const noXDP = { ...native, 'bpf-lb-acceleration': 'native' };
    expect(judged(18, noXDP, 'C4')?.verdict).toBe('unknown');
    const drivers = { ...noFacts, devicesWithoutXDP: ['eth0.7'] };
    expect(judged(18, noXDP, 'C4', drivers)?.verdict).toBe('unknown');
    expect(judged(18, noXDP, 'C4', { ...drivers, devices: [eth0] })?.verdict).toBe('pass');
    const vlan = { ...eth0, name: 'eth0.7' };
    expect(judged(18, noXDP, 'C4', { ...drivers, devices: [vlan] })?.verdict).toBe('fatal');
  });

  it('blames the key whose value does not parse', () => {
    const bad = { ...native, 'bpf-lb-map-max': 'many' };
    expect(judged(18, bad, 'A3')).toMatchObject({ verdict: 'fatal', keys: ['bpf-lb-map-max'] });
    expect(judged(18, native, 'A3')).toMatchObject({ verdict: 'pass', keys: [] });
  });

  it('warns of what runs otherwise than written, with what runs', () => {
    const config = { ...native, 'bpf-lb-sock': 'false' };
    const forced = judgeRules(release(18), config, noFacts).filter(({ id }) => id === 'KPR');
    expect(forced.map(({ verdict, forces }) => [verdict, forces?.key])).toContainEqual([
      'warn',
      'bpf-lb-sock',
    ]);
  });

  it('weighs Maglev tables by the backends and the memory there are', () => {
    const maglev = { ...native, 'bpf-lb-algorithm': 'maglev', 'bpf-lb-maglev-table-size': '131071' };
    expect(judged(18, maglev, '3.3-SIZE', { ...noFacts, backendsMax: 1_400 })?.verdict).toBe('warn');
    expect(judged(18, maglev, '3.3-SIZE', { ...noFacts, backendsMax: 1_300 })?.verdict).toBe('pass');
    expect(judged(18, maglev, '3.3-MEMORY', { ...noFacts, agentMemoryBytes: 1e9 })?.verdict).toBe('warn');
  });
});

/** The matrix of cilium-config.md 2.2 B for mode dsr, by routing and tunnel protocol. */
describe.each(minors.filter((minor) => minor >= 14))('DSR in 1.%i', (minor) => {
  const config = (routing: string, protocol: string, dispatch: string) => ({
    'kube-proxy-replacement': 'true',
    'bpf-lb-mode': 'dsr',
    'bpf-lb-dsr-dispatch': dispatch,
    'routing-mode': routing,
    'tunnel-protocol': protocol,
  });
  const ipipInNative = minor <= 18 ? 'fatal' : 'ok';
  const cells: [routing: string, protocol: string, dispatch: string, expected: string][] = [
    ['native', 'vxlan', 'opt', 'ok'],
    ['native', 'vxlan', 'geneve', minor === 14 ? 'ok' : 'fatal'],
    ['native', 'vxlan', 'ipip', ipipInNative],
    ['native', 'geneve', 'opt', 'ok'],
    ['native', 'geneve', 'geneve', 'ok'],
    ['native', 'geneve', 'ipip', ipipInNative],
    ['tunnel', 'vxlan', 'opt', 'fatal'],
    ['tunnel', 'vxlan', 'geneve', 'fatal'],
    ['tunnel', 'vxlan', 'ipip', 'fatal'],
    ['tunnel', 'geneve', 'opt', 'fatal'],
    ['tunnel', 'geneve', 'geneve', 'ok'],
    ['tunnel', 'geneve', 'ipip', 'fatal'],
  ];

  it.each(cells)('over %s, protocol %s, dispatch %s: %s', (routing, protocol, dispatch, expected) => {
    const ids = fatalIds(minor, config(routing, protocol, dispatch));
    expect(ids.length === 0 ? 'ok' : 'fatal', ids.join(' ')).toBe(expected);
  });
});

describe('every version', () => {
  it.each(minors)('1.%i starts with a plain configuration', (minor) => {
    const kpr = minor >= 14 ? native : { 'kube-proxy-replacement': 'strict', tunnel: 'disabled' };
    expect(fatalIds(minor, kpr)).toEqual([]);
    expect(fatalIds(minor, {})).toEqual([]);
  });

  it.each(minors)('1.%i has for each rule an id, and keys to change unless the value tells them', (minor) => {
    for (const { id, keys, forces } of rulesOf(release(minor))) {
      expect(id).toMatch(
        /^(?:[A-F]\d+|[34]\.\d-[A-Z]+|KPR(?:-PARTS)?|FAMILIES|WIREGUARD|GATEWAY-PANIC|DATAPATH-[A-Z]+)$/,
      );
      if (id !== 'A3') expect(keys.length).toBeGreaterThan(0);
      if (forces) expect(keys).toContain(forces.key);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { makePlan } from './make-plan';
import { planCluster } from './plan-cluster.fixture';

const native = { 'kube-proxy-replacement': 'true', 'routing-mode': 'native' };

function work(changes: Record<string, string>, providers: readonly (string | null)[]) {
  const cluster = planCluster({ data: native, nodes: providers.length });
  const agents = cluster.agents.map((agent, index) => ({ ...agent, provider: providers[index] ?? null }));
  return makePlan({ changes, nodes: null }, { ...cluster, agents }).blastRadius.byHand;
}

const titles = (...given: Parameters<typeof work>) => work(...given).map(({ title }) => title);

describe('work by hand for DSR', () => {
  it.each([
    ['aws', 'AWS: turn the source/destination check off', '--no-source-dest-check'],
    ['azure', 'Azure: turn IP forwarding on', '--ip-forwarding true'],
    ['gce', 'GCP: see that instances may forward', 'canIpForward'],
    ['kind', 'See that nobody filters replies by their source address', 'tcpdump'],
    [null, 'See that nobody filters replies by their source address', 'tcpdump'],
  ])('on %s is that of this cloud, with its command', (provider, title, command) => {
    const [first, second] = work({ 'bpf-lb-mode': 'dsr' }, [provider]);
    expect(first?.title).toBe(title);
    expect(first?.command).toContain(command);
    expect(second?.why).toContain('8 bytes to an IPv4 packet');
  });

  it('names each cloud once where nodes stand in several', () => {
    expect(titles({ 'bpf-lb-mode': 'dsr' }, ['aws', 'azure', 'aws']).slice(0, 2)).toEqual([
      'AWS: turn the source/destination check off',
      'Azure: turn IP forwarding on',
    ]);
  });

  it('asks for the port of Geneve where the address travels in it', () => {
    const geneve = { 'bpf-lb-mode': 'dsr', 'bpf-lb-dsr-dispatch': 'geneve', 'tunnel-protocol': 'geneve' };
    expect(titles(geneve, ['aws'])).toContain('Open UDP 6081 between the nodes');
    expect(work(geneve, ['aws'])[1]?.why).toContain('50 bytes');
  });
});

describe('work by hand for XDP', () => {
  it.each([
    ['aws', 'mtu 3498'],
    ['azure', 'lro off'],
    ['gce', 'uname -r'],
    [null, 'ethtool -i'],
  ])('on %s ends in a command for its cards', (provider, command) => {
    const all = work({ 'bpf-lb-acceleration': 'native' }, [provider]);
    expect(all.map((one) => one.command).join('\n')).toContain(command);
  });

  it('is none where XDP is not begun', () => {
    expect(work({ 'bpf-lb-acceleration': 'disabled' }, ['aws'])).toEqual([]);
  });
});

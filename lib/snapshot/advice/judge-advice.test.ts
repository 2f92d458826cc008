import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { L4Protocol } from '@/lib/cilium/l3n4-addr';
import { pod, service } from '../snapshot.fixture';
import { agent, balanced, facts } from './advice.fixture';
import type { AdviceFacts, AdvisedAgent } from './advice-facts';
import type { AdviceEvidence } from './advice-view';
import { judgeAdvice } from './judge-advice';

const node = fc.constantFrom('a', 'b', 'c');

const someAgent = fc.record({
  version: fc.constantFrom('1.14.2', '1.16.7', '1.17.10', '1.18.2', '1.19.0'),
  algorithm: fc.constantFrom('Random', 'Maglev'),
  mode: fc.constantFrom('SNAT', 'DSR', 'Hybrid'),
  dsrMode: fc.constantFrom('IP Option/Extension', 'IPIP', 'Geneve'),
  acceleration: fc.constantFrom('Disabled', 'Best-Effort'),
  lutSize: fc.constantFrom(251, 16381, 65521),
  masquerade: fc.constantFrom('BPF', 'IPTables'),
  provider: fc.constantFrom('aws', null),
  config: fc.constantFrom<(Record<string, string> | null)[]>(
    null,
    {},
    { mtu: '1500', 'loadbalancer-l7': 'envoy' },
    { 'bpf-lb-maglev-hash-seed': 'q83vEjRWeJCrze8S' },
  ),
  hostns: fc.boolean(),
});

const someService = fc.record({
  type: fc.constantFrom('ClusterIP', 'NodePort', 'LoadBalancer'),
  sessionAffinity: fc.constantFrom('None', 'ClientIP'),
  externalTrafficPolicy: fc.constantFrom('Local', 'Cluster'),
  targetPort: fc.constantFrom(80, 8080, 'http', null),
  ranges: fc.constantFrom<string[][]>([], ['198.51.100.7/32'], ['2001:db8::/127', '192.0.2.1/32']),
  annotations: fc.constantFrom<Record<string, string>[]>(
    {},
    { 'service.cilium.io/lb-l7': 'enabled' },
    { 'service.cilium.io/forwarding-mode': 'dsr' },
    { 'service.cilium.io/lb-algorithm': 'MAGLEV' },
  ),
  backends: fc.integer({ min: 0, max: 5 }),
});

const somePod = fc.record({
  node,
  port: fc.constantFrom(8080, 30080),
  protocol: fc.constantFrom<L4Protocol>('TCP', 'UDP'),
  labels: fc.constantFrom<Record<string, string>[]>({}, { 'security.istio.io/tlsMode': 'istio' }),
  isProxy: fc.boolean(),
});

const someFacts: fc.Arbitrary<AdviceFacts> = fc
  .record({
    agents: fc.uniqueArray(fc.tuple(node, someAgent), { selector: ([name]) => name }),
    services: fc.array(someService, { maxLength: 4 }),
    pods: fc.array(somePod, { maxLength: 4 }),
  })
  .map(({ agents, services, pods }) => ({
    agents: agents.map(([name, { version, masquerade, provider, config, hostns, ...nodePort }]) =>
      agent(name, {
        ...{ version, provider, config, nodePort },
        features: { bpfSocketLBHostnsOnly: hostns },
        status: { masquerading: { enabled: true, mode: masquerade } },
      }),
    ),
    services: services.map(({ ranges, targetPort, backends: _count, ...rest }, index) =>
      service(`s${index}`, {
        ...rest,
        sourceRanges: ranges,
        loadBalancerIPs: rest.type === 'LoadBalancer' ? ['203.0.113.1'] : [],
        ports: [{ name: null, port: 80, protocol: 'TCP', nodePort: null, targetPort }],
      }),
    ),
    pods: pods.map(({ node: on, port, protocol, labels, isProxy }, index) =>
      pod(isProxy ? `kube-proxy-${index}` : `p${index}`, `10.1.0.${index}`, {
        ...{ node: on, labels, namespace: isProxy ? 'kube-system' : 'shop', workload: null },
        hostPorts: [{ port, hostIP: null, containerPort: 80, protocol }],
      }),
    ),
    frontends: services.map(({ backends, type }, index) =>
      balanced(`s${index}`, backends, { type: type === 'ClusterIP' ? 'ClusterIP' : 'LoadBalancer' }),
    ),
  }));

/** What the facts say of a key, read again by another way than the rules go. */
const agentReaders: Record<string, (agent: AdvisedAgent) => unknown> = {
  version: ({ version }) => version.text,
  'spec.providerID': ({ provider }) => provider,
  mtu: ({ config }) => config?.['mtu'],
  'loadbalancer-l7': ({ config }) => config?.['loadbalancer-l7'],
  'bpf-lb-maglev-hash-seed': ({ config }) => config?.['bpf-lb-maglev-hash-seed'] ?? 'JLfvgnHc2kaSUFaI',
  'bpf-lb-mode': (one) => port(one)?.mode?.toLowerCase(),
  'bpf-lb-algorithm': (one) => port(one)?.algorithm?.toLowerCase(),
  'bpf-lb-maglev-table-size': (one) => String(port(one)?.lutSize),
  'bpf-lb-acceleration': (one) => port(one)?.acceleration?.toLowerCase(),
  'bpf-lb-dsr-dispatch': (one) =>
    ({ 'IP Option/Extension': 'opt', IPIP: 'ipip', Geneve: 'geneve' })[port(one)?.dsrMode ?? ''],
  'bpf-lb-mode-annotation': () => 'false',
  'bpf-lb-algorithm-annotation': () => 'false',
  'kube-proxy-replacement': ({ status }) => status.kubeProxyReplacement?.mode.toLowerCase(),
  'node-port-range': () => '30000,32767',
  devices: () => 'eth0',
  'enable-bpf-masquerade': ({ status }) => String(status.masquerading?.mode === 'BPF'),
  'bpf-lb-sock-hostns-only': ({ status }) =>
    String(status.kubeProxyReplacement?.features.bpfSocketLBHostnsOnly),
};

const port = ({ status }: AdvisedAgent) => status.kubeProxyReplacement?.features.nodePort;

function valuesIn(known: AdviceFacts, { subject, key }: AdviceEvidence): unknown[] {
  switch (subject.kind) {
    case 'agents':
      return subject.nodes.map((name) => {
        const one = known.agents.find((each) => each.node === name);
        return one === undefined ? 'no such agent' : agentReaders[key]?.(one);
      });
    case 'frontend':
      return [known.frontends.find((each) => each.key === subject.frontendKey)?.backends.length.toString()];
    case 'workload':
      return subject.nodes.map((name) => {
        const one = known.pods?.find(
          (each) => each.name === subject.name && each.namespace === subject.namespace && each.node === name,
        );
        if (key === 'phase') return one?.phase;
        const [open] = one?.hostPorts ?? [];
        return key === 'hostPort' ? `${open?.port}/${open?.protocol}` : one?.labels[key];
      });
    case 'service': {
      const one = known.services?.find((each) => each.name === subject.name);
      const row = known.frontends.find((each) => each.service?.name === subject.name);
      const [first] = one?.ports ?? [];
      const values: Record<string, unknown> = {
        backends: String(row?.backends.length),
        loadBalancerSourceRanges: one?.sourceRanges.join(', '),
        'port and targetPort': `${first?.port} and ${first?.targetPort}`,
        sessionAffinity: one?.sessionAffinity,
        externalTrafficPolicy: one?.externalTrafficPolicy,
        ...one?.annotations,
      };
      return [values[key]];
    }
  }
}

describe('advice', () => {
  it('repeats no value that differs from the facts', () => {
    const heard = new Set<string>();
    fc.assert(
      fc.property(someFacts, (known) => {
        for (const { id, evidence } of judgeAdvice(known)) {
          heard.add(id);
          expect(evidence.length).toBeGreaterThan(0);
          for (const one of evidence) {
            const values = valuesIn(known, one);
            expect(values.length, `${id} ${one.key}`).toBeGreaterThan(0);
            for (const value of values) expect(value, `${id} ${one.key}`).toBe(one.value);
          }
        }
      }),
      { numRuns: 400, seed: 7 },
    );
    // The facts above are such that most rules find something.
    expect(heard.size).toBeGreaterThan(12);
  });

  it('tells warnings first', () => {
    const items = judgeAdvice(
      facts({
        agents: [agent('a', { nodePort: { algorithm: 'Maglev', lutSize: 251 } })],
        frontends: [balanced('web', 3)],
      }),
    );
    expect(items.map(({ id, severity }) => `${severity} ${id}`)).toEqual([
      'warn maglev-table-small',
      'info maglev-default-seed',
    ]);
  });

  it('tells of thousands of Services by the first of them, and of agents always', () => {
    const services = Array.from({ length: 5000 }, (_, index) =>
      service(`s${index}`, { type: 'LoadBalancer', externalTrafficPolicy: 'Local' }),
    );
    const [item] = judgeAdvice(facts({ services }));
    expect(item?.evidenceCount).toBe(5001);
    expect(item?.evidence).toHaveLength(20);
    expect(item?.evidence.at(-1)?.key).toBe('bpf-lb-mode');
  });
});

describe('a fingerprint', () => {
  const of = (known: AdviceFacts, id: string) =>
    judgeAdvice(known).find((item) => item.id === id)?.fingerprint;
  const local = (...names: string[]) =>
    names.map((name) => service(name, { type: 'LoadBalancer', externalTrafficPolicy: 'Local' }));

  it('is the same in any order, and when a cluster grows', () => {
    const before = of(facts({ services: local('x', 'y') }), 'snat-local-policy');
    expect(before).toMatch(/^[0-9a-f]{16}$/);
    const agents = [agent('a'), agent('b'), agent('c')];
    expect(of(facts({ agents, services: local('y', 'x') }), 'snat-local-policy')).toBe(before);
  });

  it('changes with a Service, a value, and with which nodes it concerns', () => {
    const before = of(facts({ services: local('x') }), 'snat-local-policy');
    expect(of(facts({ services: local('x', 'y') }), 'snat-local-policy')).not.toBe(before);
    const mixed = [agent('a'), agent('b', { nodePort: { mode: 'DSR' } })];
    expect(of(facts({ agents: mixed, services: local('x') }), 'snat-local-policy')).not.toBe(before);
  });
});

import { describe, expect, it } from 'vitest';
import { backendView, pod, service } from '../snapshot.fixture';
import { agent, balanced, facts } from './advice.fixture';
import type { AdviceFacts } from './advice-facts';
import type { AdviceEvidence, AdviceSeverity } from './advice-view';
import { adviceRules } from './judge-advice';

type Case = {
  id: string;
  /** What makes it speak. */
  speaks: AdviceFacts;
  severity: AdviceSeverity;
  evidence: string[];
  /** The nearest in which it has nothing to say. */
  silent: Record<string, AdviceFacts>;
};

function said({ subject, source, key, value }: AdviceEvidence): string {
  const of =
    subject.kind === 'agents'
      ? subject.nodes.join('+')
      : subject.kind === 'frontend'
        ? subject.frontendKey
        : `${subject.namespace}/${subject.name}${'nodes' in subject ? `@${subject.nodes.join('+')}` : ''}`;
  return `${of} ${key}=${value} ${source}`;
}

const two = (shape: Parameters<typeof agent>[1]) => [agent('a', shape), agent('b', shape)];
const maglev = { nodePort: { algorithm: 'Maglev', lutSize: 16381 } };
const dsr = (config: Record<string, string> = {}) => ({
  nodePort: { mode: 'DSR', dsrMode: 'IP Option/Extension' },
  config,
});
const web = (rest: Parameters<typeof service>[1] = {}) => service('web', { type: 'LoadBalancer', ...rest });
const affinity = { sessionAffinity: 'ClientIP' };
const proxy = pod('kube-proxy-x1', '192.0.2.1', {
  namespace: 'kube-system',
  workload: 'kube-proxy',
  hostNetwork: true,
});
const hostPort = (port: number, rest: Parameters<typeof pod>[2] = {}) =>
  pod('web-1', '10.0.0.1', {
    hostPorts: [{ port, hostIP: null, containerPort: 80, protocol: 'TCP' }],
    ...rest,
  });
const host = { ...backendView('192.0.2.9:80/TCP').target, kind: 'host' as const };
const toHost = { backends: [backendView('192.0.2.9:80/TCP', { target: host })] };
const geneve = { nodePort: { mode: 'DSR', dsrMode: 'Geneve' } };
const ipip = (version: string) => ({
  version,
  nodePort: { mode: 'DSR' },
  config: { 'bpf-lb-dsr-dispatch': 'ipip' },
});
const ports = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    name: `p${index}`,
    port: 1000 + index,
    protocol: 'TCP' as const,
    nodePort: null,
    targetPort: null,
  }));
const annotated = (key: string, value: string) =>
  web({ annotations: { [`service.cilium.io/${key}`]: value } });
const sidecar = (rest: Parameters<typeof pod>[2] = {}) =>
  pod('web-1', '10.0.0.1', { labels: { 'security.istio.io/tlsMode': 'istio' }, ...rest });
const full = { bpfSocketLBHostnsOnly: false, socketLB: { enabled: true } };
const iptables = (mode: string) => ({ status: { masquerading: { enabled: true, mode } } });

const cases: Case[] = [
  {
    id: 'maglev-table-small',
    speaks: facts({
      agents: [agent('a', { nodePort: { algorithm: 'Maglev', lutSize: 251 } }), agent('b', maglev)],
      frontends: [balanced('web', 3), balanced('small', 2)],
    }),
    severity: 'warn',
    evidence: ['shop/web backends=3 reported', 'a bpf-lb-maglev-table-size=251 reported'],
    silent: {
      'at a hundred slots each': facts({
        agents: two({ nodePort: { algorithm: 'Maglev', lutSize: 251 } }),
        frontends: [balanced('web', 2)],
      }),
      'not for rows without tables': facts({
        agents: two({ nodePort: { algorithm: 'Maglev', lutSize: 251 } }),
        frontends: [balanced('web', 3, { type: 'ClusterIP' })],
      }),
      'not for backends that take nothing new': facts({
        agents: two({ nodePort: { algorithm: 'Maglev', lutSize: 251 } }),
        frontends: [
          balanced('web', 0, {
            backends: ['1', '2', '3'].map((n) => backendView(`10.0.0.${n}:80/TCP terminating`)),
          }),
        ],
      }),
      'not for random': facts({ agents: two({}), frontends: [balanced('web', 300)] }),
    },
  },
  {
    id: 'maglev-table-large',
    speaks: facts({
      agents: two({ nodePort: { algorithm: 'Maglev', lutSize: 65521 } }),
      frontends: [balanced('web', 4)],
    }),
    severity: 'info',
    evidence: ['a+b bpf-lb-maglev-table-size=65521 reported', 'shop/web backends=4 reported'],
    silent: {
      'where a Service needs it': facts({
        agents: two({ nodePort: { algorithm: 'Maglev', lutSize: 65521 } }),
        frontends: [balanced('web', 328)],
      }),
      'with the default': facts({ agents: two(maglev), frontends: [balanced('web', 4)] }),
      'where there is no table': facts({
        agents: two({ nodePort: { algorithm: 'Maglev', lutSize: 65521 } }),
      }),
    },
  },
  {
    id: 'maglev-default-seed',
    speaks: facts({ agents: [agent('a', maglev), agent('b')] }),
    severity: 'info',
    evidence: ['a bpf-lb-maglev-hash-seed=JLfvgnHc2kaSUFaI configured'],
    silent: {
      'with another seed': facts({
        agents: two({ ...maglev, config: { 'bpf-lb-maglev-hash-seed': 'q83vEjRWeJCrze8S' } }),
      }),
      'where the configuration is not known': facts({ agents: two({ ...maglev, config: null }) }),
      'while NodePort is off': facts({ agents: two({ nodePort: { enabled: false, algorithm: 'Maglev' } }) }),
    },
  },
  {
    id: 'maglev-affinity',
    speaks: facts({ agents: two({ ...maglev, version: '1.16.7' }), services: [web(affinity)] }),
    severity: 'warn',
    evidence: ['shop/web sessionAffinity=ClientIP api', 'a+b version=1.16.7 reported'],
    silent: {
      'since 1.17': facts({ agents: two({ ...maglev, version: '1.17.0' }), services: [web(affinity)] }),
      'inside the cluster': facts({
        agents: two({ ...maglev, version: '1.16.7' }),
        services: [service('web', affinity)],
      }),
    },
  },
  {
    id: 'maglev-many-ports',
    speaks: facts({ agents: two(maglev), services: [web({ ports: ports(100) })] }),
    severity: 'info',
    evidence: ['shop/web ports=100 api', 'a+b bpf-lb-algorithm=maglev reported'],
    silent: { 'with fewer': facts({ agents: two(maglev), services: [web({ ports: ports(99) })] }) },
  },
  {
    id: 'dsr-aws',
    speaks: facts({ agents: [agent('a', { ...dsr(), provider: 'aws' }), agent('b', { provider: 'aws' })] }),
    severity: 'warn',
    evidence: ['a spec.providerID=aws api', 'a bpf-lb-mode=dsr reported'],
    silent: {
      elsewhere: facts({ agents: two({ ...dsr(), provider: 'gce' }) }),
      'with snat': facts({ agents: two({ provider: 'aws' }) }),
      'where the provider is not known': facts({ agents: two(dsr()) }),
    },
  },
  {
    id: 'dsr-mtu',
    speaks: facts({ agents: two(dsr({ mtu: '1500' })) }),
    severity: 'info',
    evidence: [
      'a+b mtu=1500 configured',
      'a+b bpf-lb-mode=dsr reported',
      'a+b bpf-lb-dsr-dispatch=opt reported',
    ],
    silent: {
      'with room': facts({ agents: two(dsr({ mtu: '1450' })) }),
      'where nobody set it': facts({ agents: two(dsr()) }),
      'where only SYNs grow': facts({
        agents: two({
          nodePort: { mode: 'Hybrid', dsrMode: 'IP Option/Extension' },
          config: { mtu: '1500' },
        }),
      }),
    },
  },
  {
    id: 'dsr-geneve-host-backends',
    speaks: facts({ agents: two(geneve), frontends: [balanced('web', 0, toHost), balanced('api', 2)] }),
    severity: 'warn',
    evidence: ['shop/web backend=192.0.2.9:80/TCP reported', 'a+b bpf-lb-dsr-dispatch=geneve reported'],
    silent: {
      'where each node has its own': facts({
        agents: two(geneve),
        frontends: [balanced('web', 0, { ...toHost, ownBackends: true })],
      }),
      'with opt': facts({ agents: two(dsr()), frontends: [balanced('web', 0, toHost)] }),
    },
  },
  {
    id: 'dsr-ipip-ports',
    speaks: facts({
      agents: two(ipip('1.19.0')),
      services: [
        web({
          loadBalancerIPs: ['203.0.113.1'],
          ports: [{ name: null, port: 80, protocol: 'TCP', nodePort: null, targetPort: 8080 }],
        }),
      ],
    }),
    severity: 'warn',
    evidence: ['shop/web port and targetPort=80 and 8080 api', 'a+b bpf-lb-dsr-dispatch=ipip configured'],
    silent: {
      'with equal ports': facts({
        agents: two(ipip('1.19.0')),
        services: [
          web({
            loadBalancerIPs: ['203.0.113.1'],
            ports: [{ name: null, port: 80, protocol: 'TCP', nodePort: null, targetPort: 80 }],
          }),
        ],
      }),
      'with a name for a port': facts({
        agents: two(ipip('1.19.0')),
        services: [
          web({
            loadBalancerIPs: ['203.0.113.1'],
            ports: [{ name: null, port: 80, protocol: 'TCP', nodePort: null, targetPort: 'http' }],
          }),
        ],
      }),
    },
  },
  {
    id: 'snat-local-policy',
    speaks: facts({ services: [web({ externalTrafficPolicy: 'Local' })] }),
    severity: 'info',
    evidence: ['shop/web externalTrafficPolicy=Local api', 'a+b bpf-lb-mode=snat reported'],
    silent: {
      'with Cluster': facts({ services: [web({ externalTrafficPolicy: 'Cluster' })] }),
      'with DSR': facts({ agents: two(dsr()), services: [web({ externalTrafficPolicy: 'Local' })] }),
      'with hybrid and TCP': facts({
        agents: two({ nodePort: { mode: 'Hybrid' } }),
        services: [web({ externalTrafficPolicy: 'Local' })],
      }),
      'where Services may not be listed': facts({ services: null }),
    },
  },
  {
    id: 'annotation-unheeded',
    speaks: facts({ services: [annotated('lb-algorithm', 'maglev')] }),
    severity: 'warn',
    evidence: [
      'shop/web service.cilium.io/lb-algorithm=maglev api',
      'a+b bpf-lb-algorithm-annotation=false reported',
    ],
    silent: {
      'where agents heed it': facts({
        agents: two({ features: { annotations: ['service.cilium.io/lb-algorithm'] } }),
        services: [annotated('lb-algorithm', 'maglev')],
      }),
      'in versions without it': facts({
        agents: two({ version: '1.16.7' }),
        services: [annotated('lb-algorithm', 'maglev')],
      }),
    },
  },
  {
    id: 'affinity-few-clients',
    speaks: facts({
      services: [web({ ...affinity, sourceRanges: ['198.51.100.0/31'] })],
      frontends: [balanced('web', 3)],
    }),
    severity: 'info',
    evidence: ['shop/web loadBalancerSourceRanges=198.51.100.0/31 api', 'shop/web backends=3 reported'],
    silent: {
      'with a client for each': facts({
        services: [web({ ...affinity, sourceRanges: ['198.51.100.0/31'] })],
        frontends: [balanced('web', 2)],
      }),
      'where the ranges say who may not': facts({
        services: [
          web({
            ...affinity,
            sourceRanges: ['198.51.100.0/31'],
            annotations: { 'service.cilium.io/src-ranges-policy': 'deny' },
          }),
        ],
        frontends: [balanced('web', 3)],
      }),
      'where anybody may come': facts({ services: [web(affinity)], frontends: [balanced('web', 3)] }),
    },
  },
  {
    id: 'affinity-with-l7',
    speaks: facts({
      agents: two({ config: { 'loadbalancer-l7': 'envoy' } }),
      services: [web({ ...affinity, annotations: { 'service.cilium.io/lb-l7': 'enabled' } })],
    }),
    severity: 'warn',
    evidence: [
      'shop/web sessionAffinity=ClientIP api',
      'shop/web service.cilium.io/lb-l7=enabled api',
      'a+b loadbalancer-l7=envoy configured',
    ],
    silent: {
      'up to 1.17': facts({
        agents: two({ version: '1.17.10', config: { 'loadbalancer-l7': 'envoy' } }),
        services: [web({ ...affinity, annotations: { 'service.cilium.io/lb-l7': 'enabled' } })],
      }),
      'where L7 is off': facts({
        services: [web({ ...affinity, annotations: { 'service.cilium.io/lb-l7': 'enabled' } })],
      }),
    },
  },
  {
    id: 'kube-proxy-beside',
    speaks: facts({ pods: [proxy] }),
    severity: 'warn',
    evidence: ['kube-system/kube-proxy@a phase=Running api', 'a kube-proxy-replacement=true reported'],
    silent: {
      'where Cilium leaves it the work': facts({ agents: two({ mode: 'False' }), pods: [proxy] }),
      'on a node without agent': facts({ pods: [{ ...proxy, node: 'z' }] }),
      'when its pod is over': facts({ pods: [{ ...proxy, phase: 'Succeeded' }] }),
      'where pods may not be listed': facts({ pods: null }),
    },
  },
  {
    id: 'versions-differ',
    speaks: facts({ agents: [agent('a'), agent('b', { version: '1.17.10' })] }),
    severity: 'warn',
    evidence: ['b version=1.17.10 reported', 'a version=1.18.2 reported'],
    silent: { 'of one version': facts() },
  },
  {
    id: 'host-port-in-range',
    speaks: facts({ pods: [hostPort(30000)] }),
    severity: 'warn',
    evidence: ['shop/web@a hostPort=30000/TCP api', 'a node-port-range=30000,32767 reported'],
    silent: {
      'just below': facts({ pods: [hostPort(29999)] }),
      'of a pod that is over': facts({ pods: [hostPort(30000, { phase: 'Failed' })] }),
      'where Cilium serves no host ports': facts({
        agents: two({ features: { hostPort: { enabled: false } } }),
        pods: [hostPort(30000)],
      }),
    },
  },
  {
    id: 'mesh-bypassed',
    speaks: facts({ agents: two({ features: full }), pods: [sidecar()] }),
    severity: 'warn',
    evidence: [
      'shop/web@a security.istio.io/tlsMode=istio api',
      'a+b bpf-lb-sock-hostns-only=false reported',
    ],
    silent: {
      'with Hostns-only': facts({
        agents: two({ features: { ...full, bpfSocketLBHostnsOnly: true } }),
        pods: [sidecar()],
      }),
      'without Socket LB': facts({
        agents: two({ features: { ...full, socketLB: { enabled: false } } }),
        pods: [sidecar()],
      }),
      'without a sidecar': facts({ agents: two({ features: full }), pods: [sidecar({ labels: {} })] }),
    },
  },
  {
    id: 'iptables-masquerade',
    speaks: facts({ agents: two(iptables('IPTables')) }),
    severity: 'info',
    evidence: ['a+b enable-bpf-masquerade=false reported'],
    silent: {
      'in BPF': facts({ agents: two(iptables('BPF')) }),
      'where nothing is masqueraded': facts({
        agents: two({ status: { masquerading: { enabled: false } } }),
      }),
    },
  },
  {
    id: 'xdp-best-effort',
    speaks: facts({ agents: [agent('a', { nodePort: { acceleration: 'Best-Effort' } }), agent('b')] }),
    severity: 'info',
    evidence: ['a bpf-lb-acceleration=best-effort reported', 'a devices=eth0 reported'],
    silent: { native: facts({ agents: two({ nodePort: { acceleration: 'Native' } }) }) },
  },
];

const ruleOf = (id: string) => {
  const rule = adviceRules.find((one) => one.id === id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  return rule;
};

describe.each(cases)('$id', ({ id, speaks, severity, evidence, silent }) => {
  it('speaks, with what it goes by', () => {
    const finding = ruleOf(id).judge(speaks);
    expect(finding?.evidence.map(said)).toEqual(evidence);
    expect(finding?.severity).toBe(severity);
  });

  it.each(Object.entries(silent))('says nothing %s', (_name, nearest) => {
    expect(ruleOf(id).judge(nearest)).toBeNull();
  });
});

it('has a case for every rule, each with an id of its own', () => {
  expect(cases.map(({ id }) => id).sort()).toEqual(adviceRules.map(({ id }) => id).sort());
});

it('says nothing of a cluster of which nothing is known', () => {
  const nothing: AdviceFacts = { agents: [], services: null, pods: null, frontends: [] };
  for (const { judge } of adviceRules) expect(judge(nothing)).toBeNull();
});

describe('the size and the memory of Maglev tables', () => {
  const judged = (lutSize: number, ...counts: number[]) =>
    ruleOf('maglev-table-small').judge(
      facts({
        agents: two({ nodePort: { algorithm: 'Maglev', lutSize } }),
        frontends: counts.map((count, index) =>
          balanced(`web-${index}`, count, {
            key: `203.0.113.${index}:80/TCP`,
          }),
        ),
      }),
    )?.todo;

  it('names the smallest that holds the largest Service, and what it costs', () => {
    // 32749 slots: four bytes each for two tables, and 327 × 32749 × 8 bytes to compute them in.
    expect(judged(16381, 164, 10)).toMatch(
      /to 32749 .* take less than 1 MB in the kernel, .* sets 86 MB aside/,
    );
  });

  it('says so where no size is large enough', () => {
    expect(judged(131071, 1311)).toMatch(/^No table size is large enough: .* 1310 backends/);
  });

  it('counts the backends that a node has, where each has its own', () => {
    const own = ['a', 'b'].flatMap((node, index) =>
      [1, 2].map((n) => backendView(`10.${index}.0.${n}:80/TCP`, { nodes: [node] })),
    );
    const judge = (ownBackends: boolean) =>
      ruleOf('maglev-table-small').judge(
        facts({
          agents: two({ nodePort: { algorithm: 'Maglev', lutSize: 251 } }),
          frontends: [balanced('web', 0, { backends: own, ownBackends })],
        }),
      );
    expect(judge(false)?.evidence.map(said)[0]).toBe('shop/web backends=4 reported');
    expect(judge(true)).toBeNull();
  });

  it('counts Services that choose Maglev by annotation, where agents heed it', () => {
    const small = facts({
      agents: two({
        features: { annotations: ['service.cilium.io/lb-algorithm'] },
        config: { 'bpf-lb-maglev-table-size': '251' },
      }),
      services: [annotated('lb-algorithm', 'maglev')],
      frontends: [balanced('web', 3), balanced('other', 9)],
    });
    expect(ruleOf('maglev-table-small').judge(small)?.evidence.map(said)).toEqual([
      'shop/web backends=3 reported',
      'a+b bpf-lb-maglev-table-size=251 configured',
    ]);
  });
});

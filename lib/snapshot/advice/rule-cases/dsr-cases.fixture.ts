import { backendView } from '../../snapshot.fixture';
import { agent, balanced, facts } from '../advice.fixture';
import type { AdviceCase } from './advice-case.fixture';
import { dsr, two, web } from './advice-case.fixture';

const host = { ...backendView('192.0.2.9:80/TCP').target, kind: 'host' as const };
const toHost = { backends: [backendView('192.0.2.9:80/TCP', { target: host })] };
const geneve = { nodePort: { mode: 'DSR', dsrMode: 'Geneve' } };
const ipip = (version: string) => ({
  version,
  nodePort: { mode: 'DSR' },
  config: { 'bpf-lb-dsr-dispatch': 'ipip' },
});

/** The rules of DSR. */
export const dsrCases: AdviceCase[] = [
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
];

import { backendView, service } from '../../snapshot.fixture';
import { agent, balanced, facts } from '../advice.fixture';
import type { AdviceCase } from './advice-case.fixture';
import { affinity, two, web } from './advice-case.fixture';

const maglev = { nodePort: { algorithm: 'Maglev', lutSize: 16381 } };
const ports = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    name: `p${index}`,
    port: 1000 + index,
    protocol: 'TCP' as const,
    nodePort: null,
    targetPort: null,
  }));

/** The rules of Maglev’s tables. */
export const maglevCases: AdviceCase[] = [
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
];

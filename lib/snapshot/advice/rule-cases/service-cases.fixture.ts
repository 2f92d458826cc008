import { balanced, facts } from '../advice.fixture';
import type { AdviceCase } from './advice-case.fixture';
import { affinity, annotated, dsr, two, web } from './advice-case.fixture';

/** The rules of what Services ask for: policies, annotations, affinity. */
export const serviceCases: AdviceCase[] = [
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
];

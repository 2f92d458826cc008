import { inSpan } from '@/lib/cilium/fields/version-span';
import { textOf } from '@/lib/cilium/settings/config-data';
import { serviceKey } from '../names/name-index';
import type { ServiceObject } from '../objects/service-object';
import { activeBackendCount } from './active-backends';
import type { AdviceFacts } from './advice-facts';
import type { AdviceRule } from './advice-rule';
import { agentEvidence, serviceEvidence, tableEvidence } from './evidence';
import { hasAffinity } from './outside-service';
import { servingAgents } from './running-value';

const l7Annotation = 'service.cilium.io/lb-l7';

/** How many addresses a list of ranges lets in at most; null where one is not in the form of a range. */
function addressCount(ranges: readonly string[]): number | null {
  let count = 0;
  for (const range of ranges) {
    const [, ip = '', prefix = ''] = /^([0-9a-f:.]+)\/(\d{1,3})$/i.exec(range.trim()) ?? [];
    const bits = (ip.includes(':') ? 128 : 32) - Number(prefix);
    if (ip === '' || bits < 0) return null;
    count += 2 ** bits;
  }
  return count;
}

/** The most active backends of any row of each of these Services that its load balancer's addresses have. */
function backendCounts(
  { agents, frontends }: AdviceFacts,
  services: readonly ServiceObject[],
): ReadonlyMap<string, number> {
  const nodes = new Set(agents.map(({ node }) => node));
  const counts = new Map(services.map((service) => [serviceKey(service), 0]));
  if (counts.size === 0) return counts;
  for (const frontend of frontends) {
    const { service, type } = frontend;
    if (service === null || type !== 'LoadBalancer') continue;
    const known = counts.get(serviceKey(service));
    if (known === undefined) continue;
    counts.set(serviceKey(service), Math.max(known, activeBackendCount(frontend, nodes)));
  }
  return counts;
}

/**
 * Affinity is by client address (cilium-config.md 3.4). How many clients come cannot be seen; how many may come can,
 * where `loadBalancerSourceRanges` names them. Since v1.10; v1.19 and later always check ranges.
 */
const fewClients: AdviceRule = {
  id: 'affinity-few-clients',
  title: 'Session affinity with fewer clients than backends',
  field: 'session-affinity',
  issue: null,
  judge(facts) {
    if (servingAgents(facts, 'enable-svc-source-range-check', ['false']).length > 0) return null;
    if (facts.agents.length === 0) return null;
    const services = (facts.services ?? []).filter(
      (service) =>
        service.type === 'LoadBalancer' &&
        hasAffinity(service) &&
        service.sourceRanges.length > 0 &&
        // The annotation makes of the ranges who may not come in.
        service.annotations['service.cilium.io/src-ranges-policy'] !== 'deny',
    );
    const counts = backendCounts(facts, services);
    const evidence = services.flatMap((service) => {
      const clients = addressCount(service.sourceRanges);
      const backendCount = counts.get(serviceKey(service)) ?? 0;
      if (clients === null || clients >= backendCount) return [];
      return [
        serviceEvidence(service, 'loadBalancerSourceRanges', service.sourceRanges.join(', ')),
        tableEvidence(service, 'backends', String(backendCount)),
      ];
    });
    if (evidence.length === 0) return null;
    return {
      severity: 'info',
      reason:
        'With session affinity each client address stays with one backend. The Service’s source ranges let in fewer addresses from outside than it has backends, so from outside some backends get no connection.',
      evidence,
      todo: 'Take the affinity off if the application does without, or run no more backends than there are clients.',
    };
  },
};

/** Rule E17: "SessionAffinity with proxy redirection is not supported" (`bpf_reconciler.go:777` in v1.18, `:853` in 1.21-dev). */
const affinityWithL7: AdviceRule = {
  id: 'affinity-with-l7',
  title: 'Session affinity and L7 load balancing on one Service',
  field: 'session-affinity',
  issue: null,
  judge(facts) {
    const agents = facts.agents.filter(
      ({ version, config }) =>
        inSpan(version, { since: '1.18' }) &&
        config !== null &&
        textOf(config, 'loadbalancer-l7') === 'envoy',
    );
    const services = (facts.services ?? []).filter(
      (service) => hasAffinity(service) && service.annotations[l7Annotation] === 'enabled',
    );
    if (agents.length === 0 || services.length === 0) return null;
    return {
      severity: 'warn',
      reason:
        'Since Cilium 1.18 agents refuse a Service that has both: “invalid feature combination: SessionAffinity with proxy redirection is not supported”. Its rows are then not brought up to date.',
      evidence: [
        ...services.flatMap((service) => [
          serviceEvidence(service, 'sessionAffinity', 'ClientIP'),
          serviceEvidence(service, l7Annotation, 'enabled'),
        ]),
        ...agentEvidence(
          facts,
          agents,
          'loadbalancer-l7',
          () => 'envoy',
          () => 'configured',
        ),
      ],
      todo: 'Take the affinity or the annotation off the Service; with L7 an algorithm of Envoy’s (service.cilium.io/lb-l7-algorithm) chooses the backend.',
    };
  },
};

export const affinityRules: readonly AdviceRule[] = [fewClients, affinityWithL7];

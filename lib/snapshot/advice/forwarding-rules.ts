import { inSpan } from '@/lib/cilium/fields/version-span';
import type { ServiceObject } from '../objects/service-object';
import type { AdviceFacts, AdvisedAgent } from './advice-facts';
import type { AdviceRule } from './advice-rule';
import { serviceEvidence, settingEvidence } from './evidence';
import { runningValue, servingAgents } from './running-value';

const modeKey = 'bpf-lb-mode';
const modeAnnotationKey = 'bpf-lb-mode-annotation';
const algorithmAnnotationKey = 'bpf-lb-algorithm-annotation';
const modeAnnotation = 'service.cilium.io/forwarding-mode';
const algorithmAnnotation = 'service.cilium.io/lb-algorithm';

/** cilium-config.md 3.1 "Client IP and policy" and 3.5 "externalTrafficPolicy". Every version. */
const localUnderSNAT: AdviceRule = {
  id: 'snat-local-policy',
  title: 'Client addresses are kept by externalTrafficPolicy alone',
  field: 'mode',
  issue: null,
  judge(facts) {
    const agents = servingAgents(facts, modeKey, ['snat', 'hybrid']);
    const isSNAT = agents.some((agent) => runningValue(agent, modeKey) === 'snat');
    const services = (facts.services ?? []).filter(
      ({ type, externalTrafficPolicy, annotations, ports }) =>
        (type === 'NodePort' || type === 'LoadBalancer') &&
        externalTrafficPolicy === 'Local' &&
        annotations[modeAnnotation]?.toLowerCase() !== 'dsr' &&
        // Hybrid is DSR for TCP.
        (isSNAT || ports.some(({ protocol }) => protocol !== 'TCP')),
    );
    if (agents.length === 0 || services.length === 0) return null;
    return {
      severity: 'info',
      reason:
        'The policy Local says that the client’s address matters here, and under SNAT it is the only way to keep it: nodes without a backend of their own drop the traffic, and backends get uneven shares.',
      evidence: [
        ...services.map((service) => serviceEvidence(service, 'externalTrafficPolicy', 'Local')),
        ...settingEvidence(facts, agents, modeKey),
      ],
      todo: 'Make sure that the load balancer before the nodes heeds the health check of these Services. DSR would keep the address with the policy Cluster too; it needs native routing or a Geneve tunnel, and a network that lets nodes answer under the Service’s address.',
    };
  },
};

/** cilium-config.md 5: annotations are heeded since v1.17, each under its own switch; v1.17 reads the mode only with both on. */
const unheeded: AdviceRule = {
  id: 'annotation-unheeded',
  title: 'Annotations of Services that agents do not heed',
  field: 'annotations',
  issue: null,
  judge(facts) {
    const services = facts.services ?? [];
    const evidence = [
      ...unheededBy(facts, services, modeAnnotation, ['dsr', 'snat'], modeAnnotationKey, (agent) => {
        const isOff = runningValue(agent, modeAnnotationKey) === 'false';
        const algorithmOff = runningValue(agent, algorithmAnnotationKey) === 'false';
        return isOff || (algorithmOff && inSpan(agent.version, { until: '1.17' }));
      }),
      ...unheededBy(
        facts,
        services,
        algorithmAnnotation,
        ['maglev', 'random'],
        algorithmAnnotationKey,
        (agent) => runningValue(agent, algorithmAnnotationKey) === 'false',
      ),
    ];
    if (evidence.length === 0) return null;
    return {
      severity: 'warn',
      reason:
        'These Services ask for a forwarding mode or an algorithm of their own, and agents look at that only where an option allows it. They run with the values of the cluster instead.',
      evidence,
      todo: 'Switch the annotation on for all agents (bpf.lbModeAnnotation, bpf.lbAlgorithmAnnotation; Cilium 1.17 heeds the mode only with both on), or take it off the Service.',
    };
  },
};

function unheededBy(
  facts: AdviceFacts,
  services: readonly ServiceObject[],
  annotation: string,
  words: readonly string[],
  key: string,
  ignores: (agent: AdvisedAgent) => boolean,
) {
  const agents = servingAgents(facts, key, ['true', 'false']).filter(
    (agent) => inSpan(agent.version, { since: '1.17' }) && ignores(agent),
  );
  const found = services.flatMap((service) => {
    const value = service.annotations[annotation];
    return value !== undefined && words.includes(value.toLowerCase())
      ? [serviceEvidence(service, annotation, value)]
      : [];
  });
  if (agents.length === 0 || found.length === 0) return [];
  // In v1.17 it may be the other switch that is off.
  const switches = key === modeAnnotationKey ? [modeAnnotationKey, algorithmAnnotationKey] : [key];
  return [
    ...found,
    ...switches.flatMap((one) =>
      settingEvidence(
        facts,
        agents.filter((agent) => runningValue(agent, one) === 'false'),
        one,
      ),
    ),
  ];
}

export const forwardingRules: readonly AdviceRule[] = [localUnderSNAT, unheeded];

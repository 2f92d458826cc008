import type { Facts } from '../simulator/facts';
import { endpointChangeWork } from './endpoint-change';
import { firstPacketWork } from './first-packet';
import { readKubeProxyLink, type KubeProxyLink } from './kube-proxy-state';
import { lookupWalk, workUpTo } from './lookup-walk';

/**
 * What is so in the comparison of iptables and eBPF:
 * - `work`: what the chart counts: packet (the first of a connection), change (one endpoint replaced)
 * - `services`, `backends`: how many Service addresses, and endpoints of each
 * - `isServicesChosen`: the number is the reader's, not that of the beginning
 * - `caller`: pod (to a cluster IP), outside (to a node port); `algorithm`: random, maglev
 * - `ruleNumber`: where the Service's rule stands in KUBE-SERVICES, from 1
 * - `rulesCompared`, `rulesComparedInServices`: with the first packet in sight, in all and in KUBE-SERVICES
 * - `entriesRead`: entries of Cilium's maps read for it
 * - `iptablesRules`, `iptablesRulesAtLast`: compared with a pod's first packet on average, and for the last Service
 * - `ebpfReads`, `ebpfReadsMaglev`: entries of maps read for a first packet
 * - `iptablesRulesWritten`, `iptablesRulesWrittenBefore126`, `ebpfEntriesWritten`: when one endpoint is replaced;
 *   before: up to Kubernetes 1.26
 * - `isMasqueraded`: kube-proxy puts the node's address in place of the caller's
 * - `step`: the step in sight, from 1; `questionsAnswered`: how many predictions were made or shown
 */
export function kubeProxyFacts(link: KubeProxyLink): Facts {
  const { parameters, work, step, predicted } = readKubeProxyLink(link).state;
  const walk = lookupWalk(parameters);
  const compared = workUpTo(walk);
  const packet = firstPacketWork(parameters);
  const change = endpointChangeWork(parameters);
  return {
    work,
    services: parameters.services,
    backends: parameters.backends,
    isServicesChosen: link.services !== null,
    caller: parameters.caller,
    algorithm: parameters.algorithm,
    ruleNumber: walk.rule,
    rulesCompared: compared.rules,
    rulesComparedInServices: walk.steps.find(({ id }) => id === 'service')?.kubeProxy.work ?? 0,
    entriesRead: compared.entries,
    iptablesRules: packet.iptables,
    iptablesRulesAtLast: packet.iptablesLast,
    ebpfReads: packet.random,
    ebpfReadsMaglev: packet.maglev,
    iptablesRulesWritten: change.iptablesPartial,
    iptablesRulesWrittenBefore126: change.iptablesWhole,
    ebpfEntriesWritten: change.random,
    isMasqueraded: walk.isOutside,
    step,
    questionsAnswered: predicted.size,
  };
}

import type { Facts } from '../simulator/facts';
import { endpointChangeWork } from './endpoint-change';
import { firstPacketWork } from './first-packet';
import { readKubeProxyLink, type KubeProxyLink } from './kube-proxy-link';

/**
 * What is so in the comparison of iptables and eBPF:
 * - `work`: packet (the first of a connection), change (one endpoint more)
 * - `services`, `backends`: how many Service addresses, and endpoints of each
 * - `isServicesChosen`: the number is the reader's, not the cluster's
 * - `iptablesRules`, `iptablesRulesAtLast`: compared with a first packet on average, and for the last Service
 * - `ebpfReads`, `ebpfReadsMaglev`: entries of maps read for it
 * - `iptablesRulesWritten`, `iptablesRulesWrittenBefore126`, `ebpfEntriesWritten`: when one endpoint comes
 */
export function kubeProxyFacts(link: KubeProxyLink): Facts {
  const { work, load } = readKubeProxyLink(link);
  const packet = firstPacketWork(load);
  const change = endpointChangeWork(load);
  return {
    work,
    services: load.services,
    backends: load.backends,
    isServicesChosen: link.services !== null,
    iptablesRules: packet.iptables,
    iptablesRulesAtLast: packet.iptablesLast,
    ebpfReads: packet.random,
    ebpfReadsMaglev: packet.maglev,
    iptablesRulesWritten: change.iptablesPartial,
    iptablesRulesWrittenBefore126: change.iptablesWhole,
    ebpfEntriesWritten: change.random,
  };
}

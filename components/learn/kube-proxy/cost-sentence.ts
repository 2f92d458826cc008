import { formatCount, formatPlural } from '@/lib/format';
import { endpointChangeWork } from '@/lib/learn/kube-proxy/endpoint-change';
import { firstPacketWork } from '@/lib/learn/kube-proxy/first-packet';
import type { ServiceLoad } from '@/lib/learn/kube-proxy/service-load';
import type { WorkName } from '@/lib/learn/kube-proxy/kube-proxy-state';

/** Says in words what the chart shows at a load. */
export function costSentence(work: WorkName, load: ServiceLoad): string {
  const services = formatPlural(load.services, 'Service address', 'Service addresses');
  if (work === 'packet') {
    const { iptables, random, maglev } = firstPacketWork(load);
    return `With ${services}, iptables compares the first packet from a pod with ${formatCount(Math.round(iptables))} rules on average, one after the other, until one fits. Cilium reads ${random} entries of its maps by key, ${maglev} with Maglev, whatever their number.`;
  }
  const { iptablesPartial, random } = endpointChangeWork(load);
  return `When one endpoint is replaced by another, kube-proxy with iptables hands ${formatPlural(iptablesPartial, 'rule')} to the kernel, since the chain that lists ${load.services === 1 ? 'the one Service' : 'all Services'} is written as a whole. Cilium writes ${formatPlural(random, 'entry', 'entries')} at most: the backend, and the slots of that one frontend.`;
}

import type { AgentStatus } from '@/lib/cilium/agent-status';
import type { LoadBalancingSettings, NodeInput } from '@/lib/cilium/expected-frontends/load-balancing-input';
import { nodePortAddressesOf } from '@/lib/cilium/expected-frontends/settings-of-status';
import type { NodeObject } from '../objects/node-object';

/** What an agent's rows depend on of its node: labels and addresses from the API, NodePort addresses from its status. */
export function nodeInput(node: NodeObject, status: AgentStatus, settings: LoadBalancingSettings): NodeInput {
  const nodePortAddresses = nodePortAddressesOf(status, settings);
  return {
    name: node.name,
    labels: node.labels,
    zone: node.zone,
    nodePortAddresses,
    addresses: [...new Set([...node.ips, ...(nodePortAddresses ?? [])])],
  };
}

import type { FieldId } from './field-id';

/**
 * What an explanation must claim of each value, in words of its own that fit no other value of that field. The facts are
 * those of cilium-datapath.md; a sentence that claims another value's is wrong.
 */
export const valueClaims: Partial<Record<FieldId, Record<string, RegExp>>> = {
  status: {
    True: /needs no kube-proxy/,
    Strict: /needs no kube-proxy/,
    False: /balances only what pods send to ClusterIPs/,
    Disabled: /balances only what pods send to ClusterIPs/,
    Partial: /features are on one by one/,
    Probe: /features are on one by one/,
  },
  'socket-lb': {
    Enabled: /before the first packet exists/,
    Disabled: /rewritten one by one|rewrites each of them/,
  },
  mode: {
    SNAT: /the pod sees that address and not the client/,
    DSR: /(?<!UDP returns[^]*)answers the client directly/,
    Hybrid: /UDP returns through the node that received it/,
  },
  'dsr-dispatch-mode': {
    'IP Option/Extension': /into the packet’s own IP header/,
    Geneve: /wraps each packet for another node in Geneve/,
    IPIP: /in a second IP header/,
  },
  'backend-selection': { Random: /draws a backend/, Maglev: /finds the backend of a new connection/ },
  'session-affinity': { Enabled: /can keep clients on their backend/, Disabled: /ignores/ },
  'graceful-termination': { Enabled: /is marked terminating/, Disabled: /dropped from the tables/ },
  'xdp-acceleration': {
    Disabled: /not in the driver/,
    Native: /had to accept the program/,
    'Best-Effort': /where the driver of .* allows it/,
    Generic: /generic XDP/,
  },
  nat46x64: { Enabled: /translates between IPv4 and IPv6/, Disabled: /does not translate between families/ },
  'nat46x64-services': { Enabled: /can send its clients to IPv6 backends/, Disabled: /of one family/ },
  'nat46x64-gateway': { Enabled: /goes on to the IPv4 address/, Disabled: /translates no traffic/ },
  'node-port': { Enabled: /answers on the ports/, Disabled: /leaves node ports to kube-proxy/ },
  'load-balancer': { Enabled: /answers for the addresses/, Disabled: /does not answer for load-balancer/ },
  'external-ips': { Enabled: /answers for such an address/, Disabled: /does not serve external IPs/ },
  'host-port': { Enabled: /leads the host ports/, Disabled: /leaves host ports to others/ },
  'host-routing': { BPF: /straight to the pod/, Legacy: /whole network stack/ },
  'attach-mode': { TCX: /hold links of their own/, 'Legacy TC': /classic filters/ },
  'device-mode': { veth: /a veth pair/, netkit: /layer 3/, 'netkit-l2': /layer 2 addresses/ },
  masquerading: {
    Disabled: /under the pods’ own addresses/,
    BPF: /own program does it/,
    IPTables: /iptables rules of the node do it/,
  },
};

/** The word of a value that decides what it means: `Maglev` of `Maglev (Table Size: 251)`; empty where there is none. */
export function decidingWord(text: string, words: Record<string, RegExp>): string {
  return (
    Object.keys(words)
      .sort((a, b) => b.length - a.length)
      .find((word) => text === word || text.startsWith(`${word} `)) ?? ''
  );
}

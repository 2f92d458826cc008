import type { ServiceLoad } from './service-load';

/** What a node writes when one endpoint of one Service comes, in rules or map entries. */
type EndpointChangeWork = {
  /** kube-proxy in iptables mode until Kubernetes 1.25: every rule again. */
  iptablesWhole: number;
  /** Since 1.26: the chain that lists all Services again, and the chains of the changed one. */
  iptablesPartial: number;
  /** Cilium with random selection. */
  random: number;
  /** Cilium with Maglev: the Service's table is computed anew and put in its place at once. */
  maglev: number;
};

/** A rule in KUBE-SVC-* that leads to the endpoint, and two in its own KUBE-SEP-*. */
const RULES_PER_ENDPOINT = 3;

/**
 * Gives what is written for one frontend of the Service, at most: kube-proxy hands its rules to iptables-restore;
 * Cilium writes the new backend, the frontend's slots and the frontend itself (pkg/loadbalancer/reconciler/bpf_reconciler.go).
 */
export function endpointChangeWork({ services, backends }: ServiceLoad): EndpointChangeWork {
  const random = 1 + backends + 1;
  return {
    iptablesWhole: services * (1 + RULES_PER_ENDPOINT * backends),
    iptablesPartial: services + RULES_PER_ENDPOINT * backends,
    random,
    maglev: random + 1,
  };
}

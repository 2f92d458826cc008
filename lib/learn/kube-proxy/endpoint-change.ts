import type { ServiceLoad } from './service-load';

/** What has to be written when one endpoint of a Service is replaced by another: rules for iptables, entries of maps for Cilium. */
export type EndpointChangeWork = {
  /** kube-proxy up to Kubernetes 1.26: every chain is written again. */
  iptablesWhole: number;
  /** Since 1.27 (MinimizeIPTablesRestore): the chain of all Services again, and the chains of the changed one. */
  iptablesPartial: number;
  /** Cilium with random selection. */
  random: number;
  /** Cilium with Maglev: the Service's table is computed anew and put in its place at once. */
  maglev: number;
};

/** A rule in KUBE-SVC-* that leads to the endpoint, and two in its own KUBE-SEP-*. */
const RULES_PER_ENDPOINT = 3;
/** The rule in KUBE-SVC-* for callers that are no pods. */
const RULES_PER_SERVICE = 1;

/**
 * Gives what is written for one frontend of the Service, at most: kube-proxy hands its rules to iptables-restore
 * (the handful that do not depend on Services is left out); Cilium writes the new backend, the frontend's slots and the
 * frontend itself (pkg/loadbalancer/reconciler/bpf_reconciler.go).
 */
export function endpointChangeWork({ services, backends }: ServiceLoad): EndpointChangeWork {
  const own = RULES_PER_SERVICE + RULES_PER_ENDPOINT * backends;
  const random = 1 + backends + 1;
  return {
    iptablesWhole: services * (1 + own),
    iptablesPartial: services + own,
    random,
    maglev: random + 1,
  };
}

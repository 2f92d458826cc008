import type { ServiceLoad } from './service-load';

/** What a node does to the first packet of a connection, in steps: rules compared, or entries of maps read. */
type FirstPacketWork = {
  /** kube-proxy in iptables mode, on average over all Services and endpoints. */
  iptables: number;
  /** The same for the Service that stands last, and its last endpoint. */
  iptablesLast: number;
  /** Cilium with random selection: the frontend, the chosen slot, the backend. */
  random: number;
  /** Cilium with Maglev: the frontend, the Service's table, the slot in it, the backend. */
  maglev: number;
};

/** KUBE-SEP-*: is it the endpoint itself that calls, and the rewriting. */
const ENDPOINT_RULES = 2;
const RANDOM_LOOKUPS = 3;
const MAGLEV_LOOKUPS = 4;

/**
 * Gives the steps of a first packet. kube-proxy's chain KUBE-SERVICES has one rule an address and port, compared from
 * the top, then its KUBE-SVC-* one rule an endpoint, of which each is taken with equal chance; later packets of the
 * connection are known to conntrack. Cilium reads maps by key (bpf/lib/lb.h: lb4_lookup_service,
 * lb4_select_backend_id_random and _maglev, __lb4_lookup_backend); both sides' lookup of the connection is left out.
 */
export function firstPacketWork({ services, backends }: ServiceLoad): FirstPacketWork {
  return {
    iptables: (services + 1) / 2 + (backends + 1) / 2 + ENDPOINT_RULES,
    iptablesLast: services + backends + ENDPOINT_RULES,
    random: RANDOM_LOOKUPS,
    maglev: MAGLEV_LOOKUPS,
  };
}

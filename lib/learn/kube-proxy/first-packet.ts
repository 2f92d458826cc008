import { entriesRead } from './cilium-sides';
import { fixedRules } from './kube-proxy-sides';
import type { ServiceLoad } from './service-load';

/** What a node does to the first packet from a pod to a cluster IP: rules compared, or entries of maps read. */
export type FirstPacketWork = {
  /** kube-proxy in iptables mode, on average over all Services and endpoints. */
  iptables: number;
  /** The same for the Service that stands last, and its last endpoint. */
  iptablesLast: number;
  /** Cilium with random selection: the frontend, the chosen slot, the backend. */
  random: number;
  /** Cilium with Maglev: the frontend, the Service's table, the slot in it, the backend. */
  maglev: number;
};

/**
 * Gives the steps of a first packet, as the walk counts them one by one. kube-proxy's chain KUBE-SERVICES has one rule
 * an address and port, compared from the top, then its KUBE-SVC-* one rule an endpoint, of which each is taken with equal
 * chance; both sides' lookup of the connection is left out.
 */
export function firstPacketWork({ services, backends }: ServiceLoad): FirstPacketWork {
  const fixed = fixedRules.strangers + fixedRules.endpoint + fixedRules.unmarked;
  const ends = entriesRead.service + entriesRead.backend;
  return {
    iptables: (services + 1) / 2 + (backends + 1) / 2 + fixed,
    iptablesLast: services + backends + fixed,
    random: ends + entriesRead.random,
    maglev: ends + entriesRead.maglev,
  };
}

import type { Failure, FailureKind } from './packet-walk';

const facts: Record<FailureKind, Omit<Failure, 'kind'>> = {
  'settings-refused': { notices: 'silence', text: 'The agent does not start with these settings.' },
  'row-missing': {
    notices: 'error',
    text: 'The node’s table has no row for this address: the packet goes to the host itself, where nothing listens.',
  },
  'scope-internal': {
    notices: 'silence',
    text: 'The row of the internal scope serves clients inside the cluster; packets from outside never match it.',
  },
  'cluster-ip-not-routable': {
    notices: 'silence',
    text: 'A cluster IP is not for clients outside: the packet is dropped. Setting bpf-lb-external-clusterip opens it.',
  },
  'source-range': {
    notices: 'silence',
    text: 'The client is in none of the Service’s source ranges: the packet is dropped.',
  },
  'no-backends': { notices: 'silence', text: 'No backend takes new connections.' },
  'no-local-backend': {
    notices: 'silence',
    text: 'The traffic policy is Local and no backend runs on this node.',
  },
  'host-port-not-local': {
    notices: 'silence',
    text: 'A host port leads to a pod on the same node only: the packet is dropped.',
  },
  'left-to-kube-proxy': {
    notices: 'silence',
    text: 'Cilium does not translate this connection: the socket load balancer is off for it, and kube-proxy would have to.',
  },
  'left-untranslated': {
    notices: 'silence',
    text: 'An external IP is not translated at the socket (the answer to CVE-2020-8554): the packet leaves the node as it is, and whoever routes the address decides.',
  },
  'family-mismatch': {
    notices: 'silence',
    text: 'Frontend and backend have different IP families; that takes NAT46/64 for Services and mode SNAT.',
  },
  'no-node-address': {
    notices: 'silence',
    text: 'The node has no address of this IP family to send from.',
  },
  'ip-options-dropped': {
    notices: 'silence',
    text: 'The network between the nodes drops packets with unknown IP options, and this one carries the Service’s address in one.',
  },
  'mtu-exceeded': { notices: 'silence', text: 'The packet has grown beyond the MTU.' },
  'ipip-ports-differ': {
    notices: 'silence',
    text: 'IPIP carries no port: frontend and backend need the same one.',
  },
  'backend-not-on-a-node': {
    notices: 'reset',
    text: 'The backend runs on no node of the cluster, so nobody there puts the Service’s address on the answer: it comes from an address the client never spoke to, and is refused.',
  },
  'backend-node-lacks-service': {
    notices: 'silence',
    text: 'The backend’s node has no row for the Service, so it cannot translate what it unwraps.',
  },
  'backend-changed': {
    notices: 'reset',
    text: 'The backend of this connection is gone. Another one gets the packet, knows nothing of the connection and answers with a reset.',
  },
  'source-check': {
    notices: 'silence',
    text: 'The network lets this node send from its own addresses only.',
  },
};

/** Gives a failure by name; `over` replaces what depends on the case. */
export function failure(kind: FailureKind, over: Partial<Omit<Failure, 'kind'>> = {}): Failure {
  return { kind, ...facts[kind], ...over };
}

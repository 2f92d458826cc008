import type { ServiceKind } from '@/lib/snapshot/cluster-facts';
import type { ServiceType } from '@/lib/cilium/frontend';

/** A way to reach pods: a type of Service, or a field that adds addresses to one. */
export type KindFact = {
  name: string;
  /** The Service's type it is counted by; null for a field of Services or pods. */
  kind: ServiceKind | null;
  /** The type its rows have in an agent's table; null where it makes none. */
  rows: ServiceType | null;
  /** Who reaches what with it. */
  reach: string;
  /** What a node is programmed with. */
  made: string;
};

const NODE_PORT_ROWS =
  'A port of its own out of the range, at every node address. Up to v1.17 an agent lists each of these and `0.0.0.0`; since v1.18 only `0.0.0.0` and `[::]`, and makes the copies in its maps.';

/** Every way, in the order they build upon each other. */
export const kindFacts: readonly KindFact[] = [
  {
    name: 'ClusterIP',
    kind: 'ClusterIP',
    rows: 'ClusterIP',
    reach: 'Pods reach each other by an address that stays, whichever pods come and go behind it.',
    made: 'One row for each address, port and protocol. No interface anywhere has the address: it lives in the tables only.',
  },
  {
    name: 'NodePort',
    kind: 'NodePort',
    rows: 'NodePort',
    reach: 'A client outside reaches the pods through any node, whether or not one runs there.',
    made: NODE_PORT_ROWS,
  },
  {
    name: 'LoadBalancer',
    kind: 'LoadBalancer',
    rows: 'LoadBalancer',
    reach: 'As NodePort, and with an address that a cloud or a BGP or L2 announcement brings to the nodes.',
    made: 'One more row for each address of the load balancer, unless its `ipMode` is Proxy: then traffic comes back through the node ports.',
  },
  {
    name: 'externalIPs',
    kind: null,
    rows: 'ExternalIPs',
    reach: 'An address of your own that your network already sends to a node.',
    made: 'One row for each address and port. Nothing checks that the address is yours.',
  },
  {
    name: 'HostPort',
    kind: null,
    rows: 'HostPort',
    reach: 'A port of the node a pod runs on; asked for by the pod, not by a Service.',
    made: 'One row on that node only, with that one pod behind it.',
  },
  {
    name: 'Headless',
    kind: 'Headless',
    rows: null,
    reach: 'Clients ask DNS and get the addresses of the pods themselves.',
    made: 'Nothing: with `clusterIP: None` there is no address to translate.',
  },
  {
    name: 'ExternalName',
    kind: 'ExternalName',
    rows: null,
    reach: 'A name inside the cluster for a name outside.',
    made: 'Nothing: DNS answers with another name (CNAME), and no packet is touched.',
  },
];

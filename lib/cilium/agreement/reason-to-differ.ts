import type { Release } from '../agent-version';
import { isForSomeNodes } from '../expected-frontends/annotations';
import type { ExpectedFrontend } from '../expected-frontends/expected-frontend';
import type { ServiceInput } from '../expected-frontends/load-balancing-input';

/** Why nodes rightly differ in a row. */
export type DesignReason =
  'host-port' | 'local-redirect' | 'node-address' | 'chosen-nodes' | 'traffic-policy' | 'topology';

/** What one sees of it. */
export const designDifferences: Readonly<Record<DesignReason, string>> = {
  'host-port': 'Only some nodes have the row.',
  'local-redirect': 'Nodes have backends of their own.',
  'node-address': 'Only one node has each row.',
  'chosen-nodes': 'Only some nodes have the row.',
  'traffic-policy': 'Nodes have backends of their own, or none.',
  topology: 'Nodes have backends of their own.',
};

/** Each reason as a sentence for people. */
export const designSentences: Readonly<Record<DesignReason, string>> = {
  'host-port': 'A host port exists on the node where its pod runs, and nowhere else.',
  'local-redirect': 'A CiliumLocalRedirectPolicy sends each node’s traffic to a pod of that node.',
  'node-address': 'The address is a node’s own: only that node has the row (Cilium up to v1.17).',
  'chosen-nodes': 'An annotation of the Service chooses the nodes that expose it.',
  'traffic-policy': 'The traffic policy is Local: each node sends to the backends that run on it.',
  topology: 'Topology hints give each zone, or node, backends of its own.',
};

const wildcards = new Set(['0.0.0.0', '::']);

function policyOf({ type, scope, extTrafficPolicy, intTrafficPolicy }: ExpectedFrontend) {
  const isInternal = type === 'ClusterIP' || scope === 'internal';
  return isInternal ? intTrafficPolicy : extTrafficPolicy;
}

/** Says why a row, as some node must have it, is not the same on every node. */
export function reasonToDiffer(
  row: ExpectedFrontend,
  service: ServiceInput | null,
  version: Release,
): DesignReason {
  if (row.type === 'HostPort') return 'host-port';
  if (row.type === 'LocalRedirect') return 'local-redirect';
  if (row.type === 'NodePort' && !wildcards.has(row.ip)) return 'node-address';
  if (service !== null && isForSomeNodes(service, version)) return 'chosen-nodes';
  return policyOf(row) === 'Local' ? 'traffic-policy' : 'topology';
}

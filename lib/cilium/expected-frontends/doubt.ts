/** Why something cannot be judged from the objects that the product may read. */
export type DoubtReason =
  | 'objects-unread'
  | 'remote-clusters'
  | 'proxy-port'
  | 'proxied-before-1.18'
  | 'claimed-twice'
  | 'two-slices'
  | 'one-port-number'
  | 'zone-hints'
  | 'topology-unknown'
  | 'load-balancer-ip-mode'
  | 'scope-annotation'
  | 'unspecified-host-ip'
  | 'node-address-unknown'
  | 'node-address-in-range'
  | 'redirect-detail'
  | 'policies-unread'
  | 'pods-unread'
  | 'protocols-unknown';

/**
 * What of a row cannot be judged, and why. `row`: whether it is there, its type and its backends;
 * `backends`: it must be there, its backends (those listed are known to be possible) are not all known.
 */
export type Doubt = { about: 'row' | 'backends'; reason: DoubtReason };

/** Each reason as a sentence for people. */
export const doubtSentences: Readonly<Record<DoubtReason, string>> = {
  'objects-unread': 'Services, EndpointSlices or Nodes may not be read, or not as they are now.',
  'remote-clusters':
    'The Service is global: its backends in other clusters are known to those clusters and the agents only.',
  'proxy-port': 'Traffic is handed to the node’s Envoy on a port that the agent chose.',
  'proxied-before-1.18':
    'Traffic is handed to the node’s Envoy; which backends are listed then was not recorded.',
  'claimed-twice': 'Two objects claim one address: the agent keeps the one that it met first.',
  'two-slices':
    'Two EndpointSlices name one address with different conditions: the one whose event came last counts.',
  'one-port-number':
    'Ports of one number share a row in this version, and the agent takes one of them at random.',
  'zone-hints':
    'What an agent does where topology hints are missing or match nothing changed between releases.',
  'topology-unknown': 'Whether the agent follows topology hints (enable-service-topology) is not known.',
  'load-balancer-ip-mode': 'Whether this version leaves out load balancer IPs of mode Proxy is not known.',
  'scope-annotation': 'Since which release service.cilium.io/scope is read is not known.',
  'unspecified-host-ip': 'A host port on 0.0.0.0 or :: was read differently in different releases.',
  'node-address-unknown': 'The node’s own addresses are not known: the agent’s status was not read.',
  'node-address-in-range':
    'The address is the node’s own and the port a node port’s: since which release it is left out is not known.',
  'redirect-detail':
    'A CiliumLocalRedirectPolicy applies in a form that releases treat differently (pods not ready, ports not declared, a node selector).',
  'policies-unread': 'CiliumLocalRedirectPolicies may not be read.',
  'pods-unread': 'Pods may not be read.',
  'protocols-unknown': 'Whether the agent tells protocols apart (bpf-lb-proto-diff) is not known.',
};

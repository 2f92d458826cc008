import type { Release } from '../agent-version';

/**
 * Keys of `cilium-config` that the operator reads as well, at its own start (cilium-config.md 4.4: the flags that
 * cmdref of agent and operator share, v1.17 to v1.21, and operator/cmd/flags.go).
 */
const readByOperator = new Set([
  'kube-proxy-replacement',
  'loadbalancer-l7',
  'loadbalancer-l7-algorithm',
  'loadbalancer-l7-ports',
  'enable-ingress-controller',
  'enable-lb-ipam',
  'default-lb-service-ipam',
  'enable-node-ipam',
  'k8s-service-proxy-name',
  'enable-ipv4',
  'enable-ipv6',
  'ipam',
  'enable-wireguard',
  'enable-ipsec',
  'k8s-api-server-urls',
]);

/** Flags of the Gateway API: `enable-gateway-api`, `enable-gateway-api-secrets-sync`, `gateway-api-…`. */
const gatewayForm = /^(?:enable-)?gateway-api(?:-|$)/;

/** Tells whether the operator must restart for a changed key to hold everywhere. `bpf-lb-proto-diff` it reads in v1.17 alone. */
export function isReadByOperator(key: string, { major, minor }: Pick<Release, 'major' | 'minor'>): boolean {
  if (key === 'bpf-lb-proto-diff') return major === 1 && minor === 17;
  return readByOperator.has(key) || gatewayForm.test(key);
}

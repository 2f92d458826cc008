import { sha256 } from '@noble/hashes/sha2.js';
import { formatSocketAddress } from '@/lib/cilium/packet-path/packet';
import type { LookupEnds } from './lookup-ends';

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const nameLength = 16;

/** The names of a Service's own chains, as `iptables-save` has them on a node of its cluster. */
export type ChainNames = { service: string; external: string; endpoint: string };

/**
 * Gives the chains of a Service's port and of its endpoint: the beginning of a hash, in base 32, of
 * `namespace/name:port` and the protocol, and of these and the endpoint's address
 * (portProtoHash and servicePortEndpointChainName in pkg/proxy/iptables/proxier.go, Kubernetes 1.33).
 */
export function chainNames({ name, protocol, backend }: LookupEnds): ChainNames {
  const port = `${name}${protocol.toLowerCase()}`;
  return {
    service: `KUBE-SVC-${hashed(port)}`,
    external: `KUBE-EXT-${hashed(port)}`,
    endpoint: `KUBE-SEP-${hashed(`${port}${formatSocketAddress(backend)}`)}`,
  };
}

function hashed(text: string): string {
  const bits = [...sha256(new TextEncoder().encode(text))]
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('');
  return Array.from({ length: nameLength }, (_, index) =>
    base32.charAt(Number.parseInt(bits.slice(index * 5, index * 5 + 5), 2)),
  ).join('');
}

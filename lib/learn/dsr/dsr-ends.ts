import type { IPFamily } from '@/lib/cilium/packet-path/packet';

/** Who takes part: all addresses are of one family. */
export type DsrEnds = {
  service: { ip: string; port: number };
  /** `namespace/name` of the Service; null for the example. */
  serviceName: string | null;
  backend: { ip: string; port: number };
  nodeIPs: readonly [string, string];
  /** The addresses of `cilium_host`; null where they are not known. */
  internalIPs: readonly [string | null, string | null];
};

/** The client outside, by family: an example always. */
export const clientIPs = { IPv4: '198.51.100.7', IPv6: '2001:db8:f::7' } as const;
/** The port that the client sends from: an example too. */
export const clientPort = 40000;

const examples = {
  IPv4: {
    service: '203.0.113.10',
    nodeIPs: ['192.0.2.11', '192.0.2.12'],
    internalIPs: ['10.0.1.1', '10.0.2.1'],
    pods: { local: '10.0.1.10', remote: '10.0.2.20' },
  },
  IPv6: {
    service: '2001:db8:5::10',
    nodeIPs: ['2001:db8:1::11', '2001:db8:1::12'],
    internalIPs: ['fd00:1::1', 'fd00:2::1'],
    pods: { local: 'fd00:1::10', remote: 'fd00:2::20' },
  },
} as const;

/**
 * Gives the addresses of the documentation ranges that stand for a cluster's. IPIP carries no port, so its example has
 * the same one on both sides.
 */
export function exampleEnds(family: IPFamily, backend: 'local' | 'remote', isIpip: boolean): DsrEnds {
  const { service, nodeIPs, internalIPs, pods } = examples[family];
  return {
    service: { ip: service, port: 80 },
    serviceName: null,
    backend: { ip: pods[backend], port: isIpip ? 80 : 8080 },
    nodeIPs,
    internalIPs,
  };
}

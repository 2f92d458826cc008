import { isIPv6 } from '../ip-address';
import type { IPFamily, Port, SocketAddress } from './packet';
import type { PathNode } from './packet-question';

/**
 * Gives the end that a node puts in a client's place: the address of its routing device, or in a tunnel of
 * `cilium_host`. The client's port is kept where it lies above the NodePort range, else any free one above it is
 * taken (`snat_v4_new_mapping`); a collision moves it too. Null where the node has no address of the family.
 */
export function snatSource(node: PathNode, family: IPFamily, clientPort: Port): SocketAddress | null {
  const { tunnel, nodePortRange } = node.settings;
  const ip = tunnel === null ? node.ips[family] : (node.internalIPs[family] ?? node.ips[family]);
  if (ip === null) return null;
  const range = { min: nodePortRange.max + 1, max: 65535 };
  const isKept = typeof clientPort === 'number' && clientPort >= range.min;
  return { ip, port: isKept ? clientPort : range };
}

/** Gives the maps of a family: `cilium_lb4_services_v2` or `cilium_lb6_services_v2` and their like. */
export function mapsOf(ip: string) {
  const four = !isIPv6(ip);
  const digit = four ? 4 : 6;
  return {
    services: `cilium_lb${digit}_services_v2`,
    backends: `cilium_lb${digit}_backends_v3`,
    reverseNat: `cilium_lb${digit}_reverse_nat`,
    reverseSocket: `cilium_lb${digit}_reverse_sk`,
    snat: `cilium_snat_v${digit}_external`,
    conntrack: `cilium_ct${four ? '4' : '6'}_global`,
  };
}

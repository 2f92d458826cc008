/** Kinds of interface as Linux names them; `device` is a card, of metal or of a hypervisor. */
export const interfaceTypes = [
  'device',
  'bond',
  'vlan',
  'veth',
  'bridge',
  'openvswitch',
  'ipoib',
  'wireguard',
  'dummy',
  'loopback',
] as const;
export type InterfaceType = (typeof interfaceTypes)[number];

/** What an interface may be a part of. */
export const masterKinds = ['bond', 'bridge', 'vrf'] as const;
export type MasterKind = (typeof masterKinds)[number];

/** A network interface of a node, as far as the choice of devices looks at it. */
export type InterfaceFacts = {
  name: string;
  type: InterfaceType;
  /** Addresses in the kernel's order, without prefix length; link-local ones included. */
  ips: readonly string[];
  /** IFF_UP: an administrator turned it on. */
  up: boolean;
  defaultRoute: boolean;
  /** Of what it is a member; null: of nothing. */
  master: MasterKind | null;
};

/** True for an address of one link only: no route beyond it comes with it. */
export function isLinkLocal(ip: string): boolean {
  return /^fe[89ab]/i.test(ip) || ip.startsWith('169.254.');
}

/** True for an address of the node to itself. */
export function isLoopback(ip: string): boolean {
  return ip === '::1' || ip.startsWith('127.');
}

/** A driver as it may stand in a node; `since` is the first kernel whose driver runs XDP programs, null for none that is known. */
export type XdpDriver = {
  id: string;
  name: string;
  since: `${number}.${number}` | null;
  /** What else is known to matter; empty for nothing. */
  note: string;
};

const googleNote =
  'Cilium’s documentation calls XDP on Google Cloud unsupported, though this driver is on its list.';

/**
 * Drivers with native XDP and their first kernel, as Cilium's documentation lists them
 * (Documentation/reference-guides/bpf/progtypes.rst, 1.21-dev), common ones first; and two that are not on the list.
 */
export const xdpDrivers: readonly XdpDriver[] = [
  {
    id: 'ena',
    name: 'ena',
    since: '5.6',
    note: 'AWS. MTU up to 3498, at most half of the channels, driver 2.2.8 or newer.',
  },
  { id: 'mlx5', name: 'mlx5', since: '4.9', note: 'On Azure LRO has to be off.' },
  {
    id: 'hv-netvsc',
    name: 'hv_netvsc',
    since: '5.6',
    note: 'Azure. LRO has to be off, the card a ConnectX-4 Lx or newer.',
  },
  { id: 'mana', name: 'mana', since: '5.17', note: '' },
  { id: 'gve', name: 'gve', since: '6.4', note: googleNote },
  { id: 'virtio', name: 'virtio_net', since: '4.10', note: 'MTU below 3506 as reported. ' + googleNote },
  { id: 'vmxnet3', name: 'vmxnet3', since: '6.6', note: '' },
  { id: 'i40e', name: 'i40e', since: '4.13', note: '' },
  { id: 'ice', name: 'ice', since: '5.5', note: '' },
  { id: 'ixgbe', name: 'ixgbe', since: '4.12', note: '' },
  { id: 'ixgbevf', name: 'ixgbevf', since: '4.17', note: '' },
  { id: 'igb', name: 'igb', since: '5.10', note: '' },
  { id: 'igc', name: 'igc', since: '5.13', note: '' },
  { id: 'bnxt', name: 'bnxt_en', since: '4.11', note: 'MTU up to 3502 as reported.' },
  { id: 'mlx4', name: 'mlx4', since: '4.8', note: '' },
  { id: 'qede', name: 'qede', since: '4.10', note: '' },
  { id: 'sfc', name: 'sfc', since: '5.5', note: '' },
  { id: 'nfp', name: 'nfp', since: '4.10', note: 'The only one that can run programs on the card itself.' },
  { id: 'bonding', name: 'bonding', since: '5.15', note: '' },
  { id: 'veth', name: 'veth', since: '4.19', note: '' },
  { id: 'tun', name: 'tun/tap', since: '4.14', note: '' },
  { id: 'netfront', name: 'xen-netfront', since: '5.9', note: '' },
  { id: 'atlantic', name: 'atlantic', since: '5.19', note: '' },
  { id: 'fun', name: 'fun', since: '5.18', note: '' },
  { id: 'thunderx', name: 'thunderx', since: '4.12', note: '' },
  { id: 'tsnep', name: 'tsnep', since: '6.3', note: '' },
  { id: 'dpaa', name: 'dpaa', since: '5.11', note: '' },
  { id: 'dpaa2', name: 'dpaa2', since: '5.0', note: '' },
  { id: 'enetc', name: 'enetc', since: '5.13', note: '' },
  { id: 'fec', name: 'fec_enet', since: '6.2', note: '' },
  { id: 'mvneta', name: 'mvneta', since: '5.5', note: '' },
  { id: 'mvpp2', name: 'mvpp2', since: '5.9', note: '' },
  { id: 'otx2', name: 'otx2', since: '5.16', note: '' },
  { id: 'mtk', name: 'mtk', since: '6.0', note: '' },
  { id: 'lan966x', name: 'lan966x', since: '6.2', note: '' },
  { id: 'netsec', name: 'netsec', since: '5.3', note: '' },
  { id: 'stmmac', name: 'stmmac', since: '5.13', note: '' },
  { id: 'cpsw', name: 'cpsw', since: '5.3', note: '' },
  { id: 'netdevsim', name: 'netdevsim', since: '4.16', note: '' },
  {
    id: 'vlan',
    name: 'VLAN device',
    since: null,
    note: 'A sub-interface of a card; people met the refusal.',
  },
  { id: 'other', name: 'unlisted driver', since: null, note: '' },
];

/** Gives a driver by its id; null for an unknown one. */
export function xdpDriver(id: string): XdpDriver | null {
  return xdpDrivers.find((driver) => driver.id === id) ?? null;
}

/** True where a kernel, `6.1`, is at least as new as another. */
export function kernelAtLeast(kernel: string, since: string): boolean {
  const [major = 0, minor = 0] = kernel.split('.').map(Number);
  const [sinceMajor = 0, sinceMinor = 0] = since.split('.').map(Number);
  return major > sinceMajor || (major === sinceMajor && minor >= sinceMinor);
}

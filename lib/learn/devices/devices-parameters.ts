import type { InterfaceFacts } from '@/lib/cilium/devices/interface-facts';

/** Versions of Cilium whose start-up rules are known, as the minor number. */
export const minorBounds = { min: 10, max: 21 } as const;
/** How many interfaces a node has here at most. */
export const mostInterfaces = 10;
/** A line of the setting is no longer than this. */
export const settingMaxChars = 120;

/** Everything that the simulator asks with; the same parameters give the same devices. */
export type DevicesParameters = {
  interfaces: readonly InterfaceFacts[];
  /** The setting `devices` as it is written; empty: not set. */
  devices: string;
  /** The setting `direct-routing-device`; empty: not set. */
  directRoutingDevice: string;
  /** The setting `nodeport-addresses`: networks with commas between; empty: not set. */
  nodePortAddresses: string;
  /** The node's InternalIP in Kubernetes. */
  nodeIP: string;
  ipv6: boolean;
  /** Cilium's version 1.`minor`. */
  minor: number;
};

const up = { up: true, defaultRoute: false, master: null } as const;

/** Sets of interfaces to begin with, by their name in the link. */
export const deviceExamples = {
  uplinks: {
    title: 'Two cards',
    interfaces: [
      { ...up, name: 'lo', type: 'loopback', ips: ['127.0.0.1', '::1'] },
      {
        ...up,
        name: 'eth0',
        type: 'device',
        ips: ['192.0.2.11', '2001:db8:1::11', 'fe80::11'],
        defaultRoute: true,
      },
      { ...up, name: 'eth1', type: 'device', ips: ['198.51.100.11', 'fe80::12'] },
      { ...up, name: 'eth2', type: 'device', ips: ['203.0.113.11'], up: false },
      { ...up, name: 'docker0', type: 'bridge', ips: ['172.17.0.1'] },
      { ...up, name: 'cilium_host', type: 'veth', ips: ['10.0.1.1'] },
      { ...up, name: 'lxc_health', type: 'veth', ips: ['fe80::13'] },
    ],
  },
  bond: {
    title: 'Bond with a VLAN',
    interfaces: [
      { ...up, name: 'eno1', type: 'device', ips: ['fe80::21'], master: 'bond' },
      { ...up, name: 'eno2', type: 'device', ips: ['fe80::22'], master: 'bond' },
      { ...up, name: 'bond0', type: 'bond', ips: ['fe80::23'] },
      { ...up, name: 'bond0.10', type: 'vlan', ips: ['192.0.2.11'], defaultRoute: true },
      { ...up, name: 'bond0.20', type: 'vlan', ips: ['198.51.100.11'] },
      { ...up, name: 'cilium_host', type: 'veth', ips: ['10.0.1.1'] },
    ],
  },
  bridge: {
    title: 'Address on a bridge',
    interfaces: [
      { ...up, name: 'eno1', type: 'device', ips: ['fe80::21'], master: 'bridge' },
      { ...up, name: 'br0', type: 'bridge', ips: ['192.0.2.11'], defaultRoute: true },
      { ...up, name: 'cilium_host', type: 'veth', ips: ['10.0.1.1'] },
    ],
  },
  kind: {
    title: 'Node in a container',
    interfaces: [
      { ...up, name: 'lo', type: 'loopback', ips: ['127.0.0.1'] },
      { ...up, name: 'eth0', type: 'veth', ips: ['192.0.2.11'], defaultRoute: true },
      { ...up, name: 'veth3f2a', type: 'veth', ips: ['10.9.0.1'] },
      { ...up, name: 'lxc7d1', type: 'veth', ips: ['fe80::31'] },
    ],
  },
} as const satisfies Record<string, { title: string; interfaces: readonly InterfaceFacts[] }>;

type DeviceExample = keyof typeof deviceExamples;
/** The names of the examples, in the order in which they are listed; Object.keys forgets that they are these. */
export const deviceExampleNames = Object.keys(deviceExamples) as DeviceExample[];

/** What the simulator begins with. */
export const defaultDevicesParameters: DevicesParameters = {
  interfaces: deviceExamples.uplinks.interfaces,
  devices: '',
  directRoutingDevice: '',
  nodePortAddresses: '',
  nodeIP: '192.0.2.11',
  ipv6: false,
  minor: minorBounds.max,
};

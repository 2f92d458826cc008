/** `bpf-lb-acceleration`. */
export const accelerations = ['disabled', 'native', 'best-effort', 'testing-only'] as const;
/** What the agent is told to do with the program: not attach it, only in drivers, where a driver takes it, behind the driver. */
export type Acceleration = (typeof accelerations)[number];

/** Kernels to choose from: long-term ones, 5.10 being the least that today's Cilium takes. */
export const kernels = ['5.10', '5.15', '6.1', '6.6', '6.12'] as const;

/** What comes in: from outside to a Service, from a pod of this node to one, or to no Service. */
export const traffics = ['remote', 'local', 'etp-local', 'l7', 'pod', 'other'] as const;
/** A kind of packet that arrives, by where it comes from and what it is for. */
export type Traffic = (typeof traffics)[number];

/** What keeps a driver that could from taking the program, or an agent from asking. */
export const xdpFaults = ['jumbo', 'channels', 'ipv6-underlay'] as const;
/** Frames larger than a buffer, no channel of the card left, or a tunnel over IPv6. */
export type XdpFault = (typeof xdpFaults)[number];

/** Devices of a node at most. */
export const mostNics = 4;
/** Versions of Cilium whose start-up rules are known, as the minor number. */
export const minorBounds = { min: 13, max: 21 } as const;
/** The first version that tries a large MTU again with buffers of several pages (v1.18.10 does too). */
export const fragsSinceMinor = 19;

/** Everything that the simulator asks with. */
export type XdpParameters = {
  acceleration: Acceleration;
  /** Drivers of eth0, eth1 and so on, by their ids; one at least. */
  nics: readonly string[];
  /** The device that the packet arrives at, from 0; one of `nics`. */
  arrivesAt: number;
  kernel: (typeof kernels)[number];
  traffic: Traffic;
  faults: readonly XdpFault[];
  /** Cilium's version 1.`minor`. */
  minor: number;
};

/** What the simulator begins with: two devices, of which the driver of one does not run XDP. */
export const defaultXdpParameters: XdpParameters = {
  acceleration: 'best-effort',
  nics: ['mlx5', 'vlan'],
  arrivesAt: 0,
  kernel: '6.1',
  traffic: 'remote',
  faults: [],
  minor: minorBounds.max,
};

/** Gives what a device is called. */
export function nicName(index: number): string {
  return `eth${index}`;
}

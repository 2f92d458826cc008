import type { SocketEnds } from './socket-ends';

/** Whose sockets the socket load balancer handles. `off` stands for `kube-proxy-replacement: false`: with true it is on. */
export const coverages = ['full', 'host-only', 'off'] as const;
/** All sockets, those of the host’s network namespace alone, or none. */
export type Coverage = (typeof coverages)[number];

/** Who calls the Service. */
export const callers = ['pod', 'sidecar', 'kata', 'host', 'outside'] as const;
/** A pod, one with a sidecar or in a virtual machine, a process of the host, or a client outside. */
export type Caller = (typeof callers)[number];

/** What the caller speaks. */
export const protocols = ['TCP', 'UDP'] as const;
/** What the caller speaks: only UDP can name the Service with each packet. */
export type Protocol = (typeof protocols)[number];

/** Whether a UDP program calls connect(2) once, or names the Service in each sendto(2). */
export const udpSockets = ['unconnected', 'connected'] as const;

/** How many packets the caller sends; as many come back. */
export const packetBounds = { min: 1, max: 100 } as const;
/** Versions of Cilium whose hooks are known, as the minor number. */
export const minorBounds = { min: 13, max: 21 } as const;

/** Everything that the simulator asks with; the same parameters give the same run. */
export type SocketParameters = {
  coverage: Coverage;
  caller: Caller;
  protocol: Protocol;
  udpSocket: (typeof udpSockets)[number];
  packets: number;
  /** Cilium's version 1.`minor`. */
  minor: number;
  /** Addresses of a real cluster; null for those of the reference. */
  ends: SocketEnds | null;
};

/** What the simulator begins with. */
export const defaultSocketParameters: SocketParameters = {
  coverage: 'full',
  caller: 'pod',
  protocol: 'TCP',
  udpSocket: 'unconnected',
  packets: 10,
  minor: minorBounds.max,
  ends: null,
};

/** What the caller's calls look like: TCP and connected UDP name the Service once, unconnected UDP each time. */
export type CallStyle = 'tcp' | 'udp-connected' | 'udp-unconnected';

/** Gives the style of calls; a sidecar is shown for TCP only. */
export function callStyle({ caller, protocol, udpSocket }: SocketParameters): CallStyle {
  if (protocol === 'TCP' || caller === 'sidecar') return 'tcp';
  return udpSocket === 'connected' ? 'udp-connected' : 'udp-unconnected';
}

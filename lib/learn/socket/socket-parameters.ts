import type { SocketEnds } from './socket-ends';

/** Whose sockets the socket load balancer handles. `off` stands for `kube-proxy-replacement: false`: with true it is on. */
export const coverages = ['full', 'host-only', 'off'] as const;
export type Coverage = (typeof coverages)[number];

/** Who calls the Service. */
export const callers = ['pod', 'sidecar', 'kata', 'host', 'outside'] as const;
export type Caller = (typeof callers)[number];

export const protocols = ['TCP', 'UDP'] as const;
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

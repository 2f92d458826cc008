import type { DsrEnds } from './dsr-ends';

/** `bpf-lb-mode`; hybrid is DSR for TCP and SNAT for UDP. */
export const modes = ['snat', 'dsr', 'hybrid'] as const;
/** `bpf-lb-dsr-dispatch`: what carries the Service’s address to the backend’s node: an IP option, a Geneve option, or an outer IP header. */
export const dispatches = ['opt', 'geneve', 'ipip'] as const;
/** What the client speaks. */
export const protocols = ['TCP', 'UDP'] as const;
/** Of every address that takes part. */
export const families = ['IPv4', 'IPv6'] as const;
/** How packets go between nodes: as they are, or in a tunnel. */
export const routings = ['native', 'vxlan', 'geneve'] as const;
/** Where the pod is: on the node that gets the packet (`local`), or on the other one. */
export const backendPlaces = ['remote', 'local'] as const;
/** Which packet of a connection is followed. */
export const moments = ['first', 'later'] as const;

/** What the network between the machines does: drops what a node sends under another address, drops IP options. */
export const networkFaults = ['source-check-1', 'source-check-2', 'ip-options'] as const;
/** A check of the network: of the source by node 1’s or node 2’s machine, or of IP options on the way. */
export type NetworkFault = (typeof networkFaults)[number];

/** Bounds of the nodes' MTU: IPv6 asks for 1280 bytes, the jumbo frames of clouds have 9001. */
export const mtuBounds = { min: 1280, max: 9001 } as const;
/** Versions of Cilium whose start-up rules are known, as the minor number. */
export const minorBounds = { min: 13, max: 21 } as const;

/** Everything that the simulator asks with; the same parameters give the same walk. */
export type DsrParameters = {
  mode: (typeof modes)[number];
  dispatch: (typeof dispatches)[number];
  protocol: (typeof protocols)[number];
  family: (typeof families)[number];
  routing: (typeof routings)[number];
  mtuBytes: number;
  backend: (typeof backendPlaces)[number];
  /** `first` of the connection, short; or a `later` one that is as long as the client may send. */
  moment: (typeof moments)[number];
  /** The connection is there, and its backend went away: another one gets its next packet. */
  isBackendReplaced: boolean;
  faults: readonly NetworkFault[];
  /** Cilium's version 1.`minor`. */
  minor: number;
  /** Addresses of a real cluster; null for those of the reference. */
  ends: DsrEnds | null;
};

/** What the simulator begins with: DSR shows the most. */
export const defaultDsrParameters: DsrParameters = {
  mode: 'dsr',
  dispatch: 'opt',
  protocol: 'TCP',
  family: 'IPv4',
  routing: 'native',
  mtuBytes: 1500,
  backend: 'remote',
  moment: 'first',
  isBackendReplaced: false,
  faults: [],
  minor: minorBounds.max,
  ends: null,
};

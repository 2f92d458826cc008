import type { DsrEnds } from './dsr-ends';

export const modes = ['snat', 'dsr', 'hybrid'] as const;
export const dispatches = ['opt', 'geneve', 'ipip'] as const;
export const protocols = ['TCP', 'UDP'] as const;
export const families = ['IPv4', 'IPv6'] as const;
export const routings = ['native', 'vxlan', 'geneve'] as const;
export const backendPlaces = ['remote', 'local'] as const;
export const moments = ['first', 'later'] as const;

/** What the network between the machines does: drops what a node sends under another address, drops IP options. */
export const networkFaults = ['source-check-1', 'source-check-2', 'ip-options'] as const;
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

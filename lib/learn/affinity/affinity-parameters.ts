/** Where clients are: outside, at a LoadBalancer address; inside, at a ClusterIP. */
export const places = ['outside', 'inside'] as const;
/** `bpf-lb-algorithm`: how a node chooses a backend for a client from outside that it does not remember. */
export const algorithms = ['random', 'maglev'] as const;
/**
 * How connections from inside are balanced: at the socket, where a client is its network namespace (`cookie`); the same
 * on a kernel before 5.7, which has no cookies (agents up to v1.17 start there); or packet by packet, where a client is
 * its address.
 */
export const insideWays = ['cookie', 'no-cookie', 'packet'] as const;
/** The backends of the example by letter. */
export const backendLetters = ['A', 'B', 'C', 'D'] as const;
/** A backend of the Service in the example, by its letter. */
export type BackendLetter = (typeof backendLetters)[number];

/** The time of a Service that names none, in seconds: three hours. */
export const defaultTimeoutSeconds = 10_800;
/** Bounds of `sessionAffinityConfig.clientIP.timeoutSeconds` that the slider offers. */
export const timeoutBounds = { min: 60, max: 86_400 } as const;
/** Times the slider stops at, in seconds. */
export const timeoutStops = [60, 600, 1800, 3600, 7200, 10_800, 18_000, 28_800, 43_200, 86_400] as const;

/** Versions of Cilium whose choice of a backend is known, as the minor number. */
export const minorBounds = { min: 13, max: 21 } as const;

/** Everything that the simulator asks with; the same parameters give the same connections. */
export type AffinityParameters = {
  /** `sessionAffinity: ClientIP` of the Service; without it nothing is remembered. */
  isOn: boolean;
  place: (typeof places)[number];
  /** For clients outside; inside it is always random. */
  algorithm: (typeof algorithms)[number];
  insideWay: (typeof insideWays)[number];
  timeoutSeconds: number;
  /** The backend that shuts down in the middle; null where none does. */
  gone: BackendLetter | null;
  /** Cilium's version 1.`minor`. */
  minor: number;
  /** What chance plays by. */
  seed: number;
};

/** What the simulator begins with: clients from outside, two of them behind one address. */
export const defaultAffinityParameters: AffinityParameters = {
  isOn: true,
  place: 'outside',
  algorithm: 'random',
  insideWay: 'cookie',
  timeoutSeconds: defaultTimeoutSeconds,
  gone: null,
  minor: minorBounds.max,
  seed: 2,
};

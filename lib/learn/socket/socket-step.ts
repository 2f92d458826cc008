/** Where in the machine, or beyond it, something happens: a column of the picture. */
export type Station =
  'program' | 'client' | 'guest' | 'hook' | 'sidecar' | 'pod-device' | 'stack' | 'node-device' | 'backend';

/** How often a step puts one address in place of another: once, for each packet one way, or when a program asks. */
export type Rewrites = 'once' | 'each' | 'asked';

/** One step of a connection, from its first call to its end. */
export type SocketStep = {
  from: Station;
  /** The same as `from` where it happens in one place. */
  to: Station;
  lane: 'request' | 'answer';
  /** What happens, in one sentence without full stop. */
  title: string;
  /** What to know of it. */
  detail: string;
  /** As it would be typed or dumped: `connect(10.96.0.10:80)`, `SYN → 10.0.2.20:8080`. */
  text: string;
  /** The hook that looks at it, by Cilium's attach type or its device; null where none of Cilium's does. */
  hook: string | null;
  /** The address before and after; null where nothing is rewritten. */
  rewritten: { before: string; after: string } | null;
  rewrites: Rewrites | null;
  /** The BPF map that is read or written. */
  map: string | null;
  /** It stands for all packets after the first ones. */
  isRest: boolean;
  /** The connection ends here, and not as the program wished. */
  isEnd: boolean;
};

type Told = Pick<SocketStep, 'from' | 'title' | 'detail' | 'text'> & Partial<SocketStep>;

/** Makes a step; what is not told is not so. */
export function socketStep(told: Told): SocketStep {
  return {
    to: told.from,
    lane: 'request',
    hook: null,
    rewritten: null,
    rewrites: null,
    map: null,
    isRest: false,
    isEnd: false,
    ...told,
  };
}

/** Entries in a row, as the picture draws them. */
export type EntryStrip = {
  /** How many there are. */
  count: number;
  /** The first of those that were looked at, from 1. */
  from: number;
  /** The last of them; the one that fits, where `fits`. */
  to: number;
  fits: boolean;
};

/** What one of the two does in a step. */
export type LookupSide = {
  /** Where: a chain, a map, a hook, or words. */
  place: string;
  /** True where the place is a name that can be typed. */
  isName: boolean;
  strip: EntryStrip | null;
  /** Rules compared, or entries of maps read, for the first packet on its way there. */
  work: number;
  /** The same in words, or what else is counted. */
  tally: string;
  /** What happens, in a sentence or two. */
  told: string;
  /** Rules, keys and packets as they would be printed. */
  lines: readonly string[];
};

export type LookupStepId =
  'call' | 'known' | 'service' | 'node-port' | 'choose' | 'address' | 'keep' | 'answer' | 'later' | 'change';

/** One moment of a connection, on a node with kube-proxy and on one with Cilium. */
export type LookupStep = {
  id: LookupStepId;
  title: string;
  kubeProxy: LookupSide;
  cilium: LookupSide;
};

type Told = Pick<LookupSide, 'place' | 'told' | 'tally'> & Partial<LookupSide>;

/** A side in a step; what is not told is not so. */
export function lookupSide(told: Told): LookupSide {
  return { isName: false, strip: null, work: 0, lines: [], ...told };
}

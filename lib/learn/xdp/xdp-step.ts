/** Layers of a node, from the cable up: where a packet may be handled. */
export const layers = ['nic', 'xdp', 'generic', 'tc', 'stack', 'socket'] as const;
/** A place in a node where a packet passes: the card, its driver, behind that, tc, the stack, a socket. */
export type Layer = (typeof layers)[number];

/** What a layer does with the packet. */
type LayerDeed = 'arrives' | 'passes' | 'absent' | 'translates' | 'leaves' | 'ends';

/** One step: the packet at one layer. */
export type XdpStep = {
  layer: Layer;
  lane: 'request' | 'answer';
  /** On the way up, or where it begins; else on its way out. */
  isUp: boolean;
  deed: LayerDeed;
  /** In one sentence without full stop. */
  title: string;
  detail: string;
};

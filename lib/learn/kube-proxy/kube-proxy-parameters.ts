import type { LookupEnds } from './lookup-ends';
import type { ServiceLoad } from './service-load';

/** Who opens the connection: a pod to a cluster IP, or a client outside to a node port. */
export const callers = ['pod', 'outside'] as const;
export type LookupCaller = (typeof callers)[number];

/** How Cilium picks a backend of what comes from outside; at the socket it draws at random always. */
export const algorithms = ['random', 'maglev'] as const;

/** Where the Service's rule stands in the chain of all Services. */
export const places = ['first', 'middle', 'last'] as const;
export type ChainPlace = (typeof places)[number];

export const serviceBounds = { min: 1, max: 30_000 } as const;
export const endpointBounds = { min: 1, max: 500 } as const;

/** Everything that the simulator asks with; the same parameters give the same walk. */
export type KubeProxyParameters = ServiceLoad & {
  caller: LookupCaller;
  algorithm: (typeof algorithms)[number];
  place: ChainPlace;
  /** Which endpoint is drawn, from 1; beyond the last it is the last. */
  draw: number;
  /** Addresses of a real cluster; null for those of the example. */
  ends: LookupEnds | null;
};

/** What the simulator begins with. */
export const defaultKubeProxyParameters: KubeProxyParameters = {
  ...{ caller: 'pod', algorithm: 'random', place: 'middle', draw: 2, ends: null },
  ...{ services: 100, backends: 3 },
};

/** Gives the number of the Service's rule in its chain, from 1. */
export function ruleNumber({ place, services }: Pick<KubeProxyParameters, 'place' | 'services'>): number {
  return { first: 1, middle: Math.ceil(services / 2), last: services }[place];
}

/** Gives the number of the endpoint that is drawn, from 1. */
export function drawnEndpoint({ draw, backends }: Pick<KubeProxyParameters, 'draw' | 'backends'>): number {
  return Math.min(draw, backends);
}

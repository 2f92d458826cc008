import type { SimulatorLink } from '../simulator/link-reader';
import { oneOf } from '../simulator/choice';
import type { ServiceLoad } from './service-load';

/** What the chart counts: the steps of a connection's first packet, or what is written when an endpoint comes. */
export const works = ['packet', 'change'] as const;
/** One of the two. */
export type WorkName = (typeof works)[number];

/** How many Services the chart reaches to. */
export const MOST_SERVICES = 30_000;
/** How many backends a Service has in the chart at most. */
export const MOST_BACKENDS = 500;

/** The names in the link of the comparison with kube-proxy. */
export const kubeProxyKeys = ['work', 'services', 'backends'] as const;
/** The values of those names, null where one is absent. */
export type KubeProxyLink = SimulatorLink<(typeof kubeProxyKeys)[number]>;

/** Where no agent has answered, the chart needs some number all the same. */
export const exampleLoad: ServiceLoad = { services: 100, backends: 3 };

/** Gives a number of the link within its bounds; null where it has none. */
export function bounded(value: number | null, most: number): number | null {
  return value === null ? null : Math.min(most, Math.max(1, value));
}

/** Reads the link; numbers that are absent are those of the example, where nothing is known of a cluster. */
export function readKubeProxyLink(link: KubeProxyLink): { work: WorkName; load: ServiceLoad } {
  const number = (text: string | null, most: number) =>
    text !== null && /^-?\d{1,9}$/.test(text) ? bounded(Number(text), most) : null;
  return {
    work: (link.work === null ? null : oneOf(works)(link.work)) ?? 'packet',
    load: {
      services: number(link.services, MOST_SERVICES) ?? exampleLoad.services,
      backends: number(link.backends, MOST_BACKENDS) ?? exampleLoad.backends,
    },
  };
}

import { parseAsInteger, parseAsStringLiteral } from 'nuqs/server';

/** What the chart counts: the steps of a connection's first packet, or what is written when an endpoint comes. */
export const works = ['packet', 'change'] as const;
export type WorkName = (typeof works)[number];

export const MOST_SERVICES = 30_000;
export const MOST_BACKENDS = 500;

/** The page in its URL; numbers that are absent are this cluster's. */
export const kubeProxyParams = {
  work: parseAsStringLiteral(works).withDefault('packet'),
  services: parseAsInteger,
  backends: parseAsInteger,
};

/** Gives a number of the URL within its bounds; null where it has none. */
export function bounded(value: number | null, most: number): number | null {
  return value === null ? null : Math.min(most, Math.max(1, value));
}

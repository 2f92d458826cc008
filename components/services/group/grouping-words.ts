import type { Grouping } from './row-group';
import type { Zoom } from './zoom';

type Words = { word: string; about: string };

/** What rows may stand under, in words. */
export const groupingWords: Readonly<Record<Grouping, Words>> = {
  namespace: { word: 'namespace', about: 'each Service once' },
  type: { word: 'type', about: 'ClusterIP, NodePort, …' },
  node: { word: 'node', about: 'where its backends run' },
  zone: { word: 'zone', about: 'where its backends run' },
};

/** How much of each Service may be drawn, in words. */
export const zoomWords: Readonly<Record<Zoom, Words>> = {
  totals: { word: 'Totals', about: 'one line a group' },
  services: { word: 'Services', about: 'one line a Service' },
  frontends: { word: 'Frontends', about: 'backends summed up' },
  backends: { word: 'Backends', about: 'everything' },
};

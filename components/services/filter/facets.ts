import type { FrontendView } from '@/lib/snapshot/frontend-view';
import { backendMark } from '../backend-mark';
import { compareNames } from '../map/natural-order';
import type { Owner } from '../map/service-block';
import { backendKey, noNamespace } from '../map/service-block';
import type { ServicesFilter } from './match-frontends';
import { matchFrontends } from './match-frontends';
import type { StateChoice } from './services-url';
import { serviceTypes, stateChoices } from './services-url';

/** One choice of a filter and how many it would leave, with all other parts of the filter as they are. */
export type FacetChoice<Value extends string = string> = { value: Value; count: number };

export type Facets = {
  /** Frontends by type. */
  types: FacetChoice<(typeof serviceTypes)[number]>[];
  /** Different backends by state. */
  states: FacetChoice<StateChoice>[];
  namespaces: FacetChoice[];
  nodes: FacetChoice[];
  /** Frontends with a problem. */
  problems: number;
};

/** Counts every choice. A choice that is on stays listed at zero; others are listed where they occur at all. */
export function countFacets(
  frontends: readonly FrontendView[],
  ownerByKey: ReadonlyMap<string, Owner>,
  filter: ServicesFilter,
): Facets {
  const match = (without: 'type' | 'state' | 'ns' | 'node' | 'problems') =>
    matchFrontends(frontends, ownerByKey, filter, without);
  const typeCounts = tally(match('type').map(({ type }) => type ?? 'NONE'));
  const everyType = new Set(frontends.map(({ type }) => type ?? 'NONE'));
  const stateCounts = countStates(match('state'));
  const everyState = countStates(frontends);
  const namespaceOf = ({ key }: FrontendView) => ownerByKey.get(key)?.namespace ?? noNamespace;
  return {
    types: serviceTypes
      .filter((type) => everyType.has(type) || filter.type.includes(type))
      .map((value) => ({ value, count: typeCounts.get(value) ?? 0 })),
    states: stateChoices
      .filter((state) => everyState.has(state) || filter.state.includes(state))
      .map((value) => ({ value, count: stateCounts.get(value) ?? 0 })),
    namespaces: named(frontends.map(namespaceOf), match('ns').map(namespaceOf), filter.ns),
    nodes: named(
      frontends.flatMap(({ nodes }) => nodes),
      match('node').flatMap(({ nodes }) => nodes),
      filter.node,
    ),
    problems: match('problems').filter(({ problems }) => problems.length > 0).length,
  };
}

function countStates(frontends: readonly FrontendView[]): Map<string, number> {
  const byState = new Map<string, Set<string>>();
  for (const frontend of frontends) {
    for (const backend of frontend.backends) {
      const mark = backendMark(frontend, backend);
      const set = byState.get(mark);
      if (set) set.add(backendKey(backend));
      else byState.set(mark, new Set([backendKey(backend)]));
    }
  }
  return new Map([...byState].map(([mark, keys]) => [mark, keys.size]));
}

function named(all: readonly string[], matching: readonly string[], on: readonly string[]): FacetChoice[] {
  const counts = tally(matching);
  return [...new Set([...all, ...on])]
    .sort(compareNames)
    .map((value) => ({ value, count: counts.get(value) ?? 0 }));
}

function tally(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

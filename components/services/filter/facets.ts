import { backendMarks } from '../backend-mark';
import { compareNames } from '../map/natural-order';
import { countBackends } from './count-backends';
import type { FrontendIndex, IndexedFrontend } from './frontend-index';
import type { Facet, ServicesFilter } from './match-frontends';
import { passes } from './match-frontends';
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

type Facetted = { types: Counts; marks: readonly number[]; namespaces: Counts; nodes: Counts };
type Counts = ReadonlyMap<string, number>;

const everything = new WeakMap<FrontendIndex, Facetted>();

/** What there is without any filter; worked out once for an index. */
function everyChoice(index: FrontendIndex): Facetted {
  let every = everything.get(index);
  if (every === undefined) {
    const all = () => true;
    every = {
      types: tally(index.rows, typeOf, all),
      marks: countBackends(index.slots, all).byMark,
      namespaces: tally(index.rows, namespaceOf, all),
      nodes: tally(index.rows, nodesOf, all),
    };
    everything.set(index, every);
  }
  return every;
}

const typeOf = ({ view }: IndexedFrontend) => view.type ?? 'NONE';
const namespaceOf = ({ owner }: IndexedFrontend) => owner.namespace;
const nodesOf = ({ view }: IndexedFrontend) => view.nodes;

/** Counts every choice. A choice that is on stays listed at zero; others are listed where they occur at all. */
export function countFacets(index: FrontendIndex, failed: Uint8Array, filter: ServicesFilter): Facets {
  const { rows, slots } = index;
  const every = everyChoice(index);
  const without = (facet: Facet) => (at: number) => passes(failed[at], facet);
  const types = tally(rows, typeOf, without('type'));
  const { byMark } = countBackends(slots, without('state'));
  const markOf = (state: StateChoice) => backendMarks.indexOf(state);
  return {
    types: serviceTypes
      .filter((value) => every.types.has(value) || filter.type.includes(value))
      .map((value) => ({ value, count: types.get(value) ?? 0 })),
    states: stateChoices
      .filter((value) => (every.marks[markOf(value)] ?? 0) > 0 || filter.state.includes(value))
      .map((value) => ({ value, count: byMark[markOf(value)] ?? 0 })),
    namespaces: named(every.namespaces, tally(rows, namespaceOf, without('ns')), filter.ns),
    nodes: named(every.nodes, tally(rows, nodesOf, without('node')), filter.node),
    problems: rows.filter(({ view }, at) => view.problems.length > 0 && passes(failed[at], 'problems'))
      .length,
  };
}

/**
 * Counts the rows that have each value, of those that `picks` picks. Rows share their lists of values, and each list
 * is gone through once.
 */
function tally(
  rows: readonly IndexedFrontend[],
  valuesOf: (row: IndexedFrontend) => readonly string[] | string,
  picks: (at: number) => boolean,
): Map<string, number> {
  const byList = new Map<readonly string[] | string, number>();
  for (const [at, row] of rows.entries()) {
    if (!picks(at)) continue;
    const values = valuesOf(row);
    byList.set(values, (byList.get(values) ?? 0) + 1);
  }
  const counts = new Map<string, number>();
  for (const [values, count] of byList) {
    for (const value of typeof values === 'string' ? [values] : values) {
      counts.set(value, (counts.get(value) ?? 0) + count);
    }
  }
  return counts;
}

function named(every: Counts, counts: Counts, on: readonly string[]): FacetChoice[] {
  return [...new Set([...every.keys(), ...on])]
    .sort(compareNames)
    .map((value) => ({ value, count: counts.get(value) ?? 0 }));
}

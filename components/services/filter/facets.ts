import { backendMarks } from '../backend-mark';
import { compareNames } from '../map/natural-order';
import { countBackends } from './count-backends';
import type { FrontendIndex } from './frontend-index';
import type { Facet, ServicesFilter } from './match-frontends';
import { failMask, passes } from './match-frontends';
import type { Coded } from './row-codes';
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

type Counts = ReadonlyMap<string, number>;
type Facetted = { types: Counts; marks: readonly number[]; namespaces: Counts; nodes: Counts };

type Everything = Facetted & { namespaceNames: readonly string[]; nodeNames: readonly string[] };

const everything = new WeakMap<FrontendIndex, Everything>();

/** What there is without any filter; worked out once for an index. */
function everyChoice(index: FrontendIndex): Everything {
  let every = everything.get(index);
  if (every === undefined) {
    const found = choices(index, new Uint8Array(index.rows.length));
    every = {
      ...found,
      namespaceNames: [...found.namespaces.keys()].sort(compareNames),
      nodeNames: [...found.nodes.keys()].sort(compareNames),
    };
    everything.set(index, every);
  }
  return every;
}

/** What each part of the filter would leave for each of its choices. */
function choices({ codes, slots }: FrontendIndex, failed: Uint8Array): Facetted {
  return {
    types: tally(codes.types, failed, 'type'),
    marks: countBackends(slots, failed, 'state').byMark,
    namespaces: tally(codes.namespaces, failed, 'ns'),
    nodes: tallyLists(codes.nodeLists, failed, 'node'),
  };
}

/** Counts every choice. A choice that is on stays listed at zero; others are listed where they occur at all. */
export function countFacets(index: FrontendIndex, failed: Uint8Array, filter: ServicesFilter): Facets {
  const every = everyChoice(index);
  const { types, marks, namespaces, nodes } = choices(index, failed);
  const markOf = (state: StateChoice) => backendMarks.indexOf(state);
  return {
    types: serviceTypes
      .filter((value) => every.types.has(value) || filter.type.includes(value))
      .map((value) => ({ value, count: types.get(value) ?? 0 })),
    states: stateChoices
      .filter((value) => (every.marks[markOf(value)] ?? 0) > 0 || filter.state.includes(value))
      .map((value) => ({ value, count: marks[markOf(value)] ?? 0 })),
    namespaces: named(every.namespaceNames, namespaces, filter.ns),
    nodes: named(every.nodeNames, nodes, filter.node),
    problems: index.codes.problems.reduce(
      (count, has, at) => count + Number(has === 1 && passes(failed[at], 'problems')),
      0,
    ),
  };
}

/** How many rows have each value, of those that fail no part of the filter but `without`. */
function tallyCodes({ values, codes }: Coded<unknown>, failed: Uint8Array, without: Facet): Uint32Array {
  const counts = new Uint32Array(values.length);
  const mask = failMask(without);
  for (let at = 0; at < codes.length; at += 1) {
    const code = codes[at] ?? 0;
    if (((failed[at] ?? 0) & mask) === 0) counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

function tally(coded: Coded<string>, failed: Uint8Array, without: Facet): Counts {
  const counts = tallyCodes(coded, failed, without);
  return new Map(coded.values.flatMap((value, code) => (counts[code] ? [[value, counts[code]]] : [])));
}

function tallyLists(coded: Coded<readonly string[]>, failed: Uint8Array, without: Facet): Counts {
  const byList = tallyCodes(coded, failed, without);
  const counts = new Map<string, number>();
  for (const [code, list] of coded.values.entries()) {
    const count = byList[code] ?? 0;
    if (count > 0) for (const value of list) counts.set(value, (counts.get(value) ?? 0) + count);
  }
  return counts;
}

function named(every: readonly string[], counts: Counts, on: readonly string[]): FacetChoice[] {
  const others = on.filter((value) => !every.includes(value));
  const names = others.length === 0 ? every : [...every, ...others].sort(compareNames);
  return names.map((value) => ({ value, count: counts.get(value) ?? 0 }));
}

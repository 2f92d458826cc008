import type { FrontendView } from '@/lib/snapshot/frontend-view';
import { rowMatcher } from '@/lib/snapshot/search-frontends';
import { backendMarks } from '../backend-mark';
import type { FrontendIndex, IndexedFrontend } from './frontend-index';
import type { StateChoice } from './services-url';

/** The page's filter, as its URL holds it. */
export type ServicesFilter = {
  q: string;
  type: readonly string[];
  state: readonly StateChoice[];
  ns: readonly string[];
  node: readonly string[];
  problems: boolean;
};

/** The parts of a filter, each as a bit. */
export const facetBits = { q: 1, type: 2, state: 4, ns: 8, node: 16, problems: 32 } as const;
export type Facet = keyof typeof facetBits;

/** True when any part of the filter is on. */
export function isFiltered({ q, type, state, ns, node, problems }: ServicesFilter): boolean {
  return q.trim() !== '' || problems || [type, state, ns, node].some((choice) => choice.length > 0);
}

/**
 * For each row of the index the parts of the filter that it fails, as bits: 0 is shown. One pass serves the list and
 * the counts of every choice, which ask what a part would leave if it were off.
 */
export function matchFrontends(index: FrontendIndex, filter: ServicesFilter): Uint8Array {
  const { rows } = index;
  const failed = new Uint8Array(rows.length);
  for (const [bit, passesTest] of testsOf(filter, index)) {
    for (const [at, row] of rows.entries()) {
      if (!passesTest(row, at)) failed[at] = (failed[at] ?? 0) | bit;
    }
  }
  return failed;
}

/** The bits that a row may not have, where the part `without` is looked away from. */
export function failMask(without?: Facet): number {
  return ~(without === undefined ? 0 : facetBits[without]);
}

/** True where a row fails no part of the filter but `without`. */
export function passes(failed: number | undefined, without?: Facet): boolean {
  return ((failed ?? 0) & failMask(without)) === 0;
}

/** The frontends shown, in the order of the index. */
export function shownFrontends(
  index: FrontendIndex,
  failed: Uint8Array,
  without?: Facet,
): readonly FrontendView[] {
  return index.rows.flatMap(({ view }, at) => (passes(failed[at], without) ? [view] : []));
}

type Test = [bit: number, passes: (row: IndexedFrontend, at: number) => boolean];

function testsOf({ q, type, state, ns, node, problems }: ServicesFilter, index: FrontendIndex): Test[] {
  const tests: Test[] = [];
  if (type.length > 0) tests.push([facetBits.type, ({ view }) => type.includes(view.type ?? 'NONE')]);
  if (ns.length > 0) tests.push([facetBits.ns, ({ owner }) => ns.includes(owner.namespace)]);
  if (node.length > 0) tests.push([facetBits.node, onNodes(node)]);
  if (problems) tests.push([facetBits.problems, ({ view }) => view.problems.length > 0]);
  if (state.length > 0) {
    const wanted = new Set(state.map((choice) => backendMarks.indexOf(choice)));
    const { starts, marks } = index.slots;
    const has = (at: number) => marks.subarray(starts[at], starts[at + 1]).some((mark) => wanted.has(mark));
    tests.push([facetBits.state, (_, at) => has(at)]);
  }
  if (q.trim() !== '') {
    const { rows: found } = index.searches.find(q, index.rows.length, (words) => {
      const matches = rowMatcher(words);
      return (at) => {
        const row = index.rows[at];
        return row !== undefined && matches(row.view, row.ownerText);
      };
    });
    tests.push([facetBits.q, (_, at) => found[at] === 1]);
  }
  return tests;
}

/** Rows share a few lists of nodes: each list is looked through once. */
function onNodes(wanted: readonly string[]): (row: IndexedFrontend) => boolean {
  const known = new Map<readonly string[], boolean>();
  return ({ view: { nodes } }) => {
    let found = known.get(nodes);
    if (found === undefined) {
      found = nodes.some((node) => wanted.includes(node));
      known.set(nodes, found);
    }
    return found;
  };
}

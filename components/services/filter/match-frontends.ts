import type { FrontendView } from '@/lib/snapshot/frontend-view';
import { rowMatcher, searchWords } from '@/lib/snapshot/search-frontends';
import { backendMarks } from '../backend-mark';
import type { BackendSlots, FrontendIndex, IndexedFrontend } from './frontend-index';
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
export function matchFrontends({ rows, slots }: FrontendIndex, filter: ServicesFilter): Uint8Array {
  const failed = new Uint8Array(rows.length);
  for (const [bit, passesTest] of testsOf(filter, slots)) {
    for (const [at, row] of rows.entries()) {
      if (!passesTest(row, at)) failed[at] = (failed[at] ?? 0) | bit;
    }
  }
  return failed;
}

/** True where a row fails no part of the filter but `without`. */
export function passes(failed: number | undefined, without?: Facet): boolean {
  return ((failed ?? 0) & ~(without === undefined ? 0 : facetBits[without])) === 0;
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

function testsOf({ q, type, state, ns, node, problems }: ServicesFilter, slots: BackendSlots): Test[] {
  const tests: Test[] = [];
  if (type.length > 0) tests.push([facetBits.type, ({ view }) => type.includes(view.type ?? 'NONE')]);
  if (ns.length > 0) tests.push([facetBits.ns, ({ owner }) => ns.includes(owner.namespace)]);
  if (node.length > 0) tests.push([facetBits.node, onNodes(node)]);
  if (problems) tests.push([facetBits.problems, ({ view }) => view.problems.length > 0]);
  if (state.length > 0) {
    const wanted = new Set(state.map((choice) => backendMarks.indexOf(choice)));
    const { starts, marks } = slots;
    const has = (at: number) => marks.subarray(starts[at], starts[at + 1]).some((mark) => wanted.has(mark));
    tests.push([facetBits.state, (_, at) => has(at)]);
  }
  const words = searchWords(q);
  if (words.length > 0) {
    const matches = rowMatcher(words);
    tests.push([facetBits.q, ({ view, ownerText }) => matches(view, ownerText)]);
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

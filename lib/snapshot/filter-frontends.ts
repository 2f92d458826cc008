import type { FrontendFilter } from './frontend-filter';
import type { FrontendView } from './frontend-view';
import { rowMatcher, searchWords } from './search-frontends';
import { sortFrontends } from './sort-frontends';

/** Gives the frontends that pass every part of the filter, sorted as it says. */
export function filterFrontends(frontends: readonly FrontendView[], filter: FrontendFilter): FrontendView[] {
  const tests = testsOf(filter);
  const kept =
    tests.length === 0 ? frontends : frontends.filter((frontend) => tests.every((test) => test(frontend)));
  return sortFrontends(kept, filter.sort);
}

/** Gives one page of a filtered list, and how many there are in all. */
export function pageOf(
  frontends: readonly FrontendView[],
  { offset = 0, limit }: FrontendFilter,
): { items: FrontendView[]; total: number; offset: number } {
  const start = Math.max(0, offset);
  return {
    items: frontends.slice(start, limit === undefined ? undefined : start + Math.max(0, limit)),
    total: frontends.length,
    offset: start,
  };
}

type Test = (frontend: FrontendView) => boolean;

function testsOf({ q = '', type, state, namespace, node, problem }: FrontendFilter): Test[] {
  const tests: Test[] = [];
  const some = <T>(wanted: readonly T[] | undefined, test: (wanted: ReadonlySet<T>) => Test) => {
    if (wanted !== undefined && wanted.length > 0) tests.push(test(new Set(wanted)));
  };
  some(type, (types) => (frontend) => types.has(frontend.type ?? 'NONE'));
  some(
    state,
    (states) =>
      ({ backends }) =>
        backends.some((one) => one.state !== null && states.has(one.state)),
  );
  some(
    namespace,
    (namespaces) =>
      ({ service }) =>
        service !== null && namespaces.has(service.namespace),
  );
  some(node, (nodes) => (frontend) => frontend.nodes.some((one) => nodes.has(one)));
  some(
    problem,
    (kinds) =>
      ({ problems }) =>
        kinds.has('any') ? problems.length > 0 : problems.some(({ kind }) => kinds.has(kind)),
  );
  const words = searchWords(q);
  if (words.length > 0) {
    const matches = rowMatcher(words);
    tests.push((frontend) => matches(frontend));
  }
  return tests;
}

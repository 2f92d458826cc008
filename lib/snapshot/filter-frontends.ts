import { formatL3n4Addr } from '@/lib/cilium/l3n4-addr';
import type { FrontendFilter } from './frontend-filter';
import type { FrontendView } from './frontend-view';
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
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length > 0) {
    tests.push((frontend) => {
      const text = searchText(frontend);
      return words.every((word) => text.includes(word));
    });
  }
  return tests;
}

const texts = new WeakMap<FrontendView, string>();

/** Everything of a row that a person may type to find it, in lower case. */
export function searchText(frontend: FrontendView): string {
  const known = texts.get(frontend);
  if (known !== undefined) return known;
  const { service, type, backends, nodes } = frontend;
  const parts = [formatL3n4Addr(frontend), type ?? ''];
  if (service !== null) parts.push(`${service.namespace}/${service.name}`, service.portName ?? '');
  for (const { ip, port, protocol, target } of backends) {
    parts.push(formatL3n4Addr({ ip, port, protocol, scope: 'external' }));
    parts.push(`${target.namespace ?? ''}/${target.name ?? ''}`, target.workload ?? '', target.node ?? '');
  }
  const text = [...parts, ...nodes].join('\n').toLowerCase();
  texts.set(frontend, text);
  return text;
}

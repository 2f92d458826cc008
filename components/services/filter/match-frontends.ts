import type { FrontendView } from '@/lib/snapshot/frontend-view';
import { searchText } from '@/lib/snapshot/filter-frontends';
import { backendMark } from '../backend-mark';
import type { Owner } from '../map/service-block';
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

export type Facet = 'q' | 'type' | 'state' | 'ns' | 'node' | 'problems';

/** True when any part of the filter is on. */
export function isFiltered({ q, type, state, ns, node, problems }: ServicesFilter): boolean {
  return q.trim() !== '' || problems || [type, state, ns, node].some((choice) => choice.length > 0);
}

/** The frontends that pass every part of the filter but `without`, in their order. */
export function matchFrontends(
  frontends: readonly FrontendView[],
  ownerByKey: ReadonlyMap<string, Owner>,
  filter: ServicesFilter,
  without?: Facet,
): FrontendView[] {
  const words = without === 'q' ? [] : filter.q.toLowerCase().split(/\s+/).filter(Boolean);
  const on = (facet: 'type' | 'state' | 'ns' | 'node') => without !== facet && filter[facet].length > 0;
  const tests: ((frontend: FrontendView) => boolean)[] = [];
  if (on('type')) tests.push(({ type }) => filter.type.includes(type ?? 'NONE'));
  if (on('ns')) tests.push(({ key }) => filter.ns.includes(ownerByKey.get(key)?.namespace ?? ''));
  if (on('node')) tests.push(({ nodes }) => nodes.some((node) => filter.node.includes(node)));
  if (filter.problems && without !== 'problems') tests.push(({ problems }) => problems.length > 0);
  if (on('state')) {
    tests.push((frontend) =>
      frontend.backends.some((backend) =>
        filter.state.some((state) => state === backendMark(frontend, backend)),
      ),
    );
  }
  if (words.length > 0) {
    tests.push((frontend) => {
      const owner = ownerByKey.get(frontend.key);
      const text = `${searchText(frontend)}\n${owner ? `${owner.namespace}/${owner.name}`.toLowerCase() : ''}`;
      return words.every((word) => text.includes(word));
    });
  }
  return tests.length === 0
    ? [...frontends]
    : frontends.filter((frontend) => tests.every((test) => test(frontend)));
}

import type { BackendView, FrontendView } from '@/lib/snapshot/frontend-view';
import { serviceTypes } from '../filter/services-url';
import { compareNames } from '../map/natural-order';
import { serviceBlock, type ServiceBlock } from '../map/service-block';
import type { Grouping, RowGroup } from './row-group';
import { noValue } from './row-group';

/**
 * Puts Services under other heads than their namespaces: under each type they have a frontend of, or under each node or
 * zone where one of their backends runs, there with the backends of that place only. A frontend that sends to three
 * nodes stands under three. The Services under a head keep their order.
 */
export function groupRows(groups: readonly RowGroup[], by: Grouping): readonly RowGroup[] {
  if (by === 'namespace') return groups;
  const found = new Map<string, ServiceBlock[]>();
  for (const block of groups.flatMap(({ blocks }) => blocks)) {
    for (const [value, frontends] of by === 'type' ? byType(block) : byPlace(block, by)) {
      const fresh = serviceBlock(block, frontends, `${by} ${value} ${block.id}`);
      const blocks = found.get(value);
      if (blocks) blocks.push(fresh);
      else found.set(value, [fresh]);
    }
  }
  return [...found]
    .map(([value, blocks]): RowGroup => ({ by, value, blocks }))
    .sort((a, b) => compareGroups(a, b));
}

function byType({ frontends }: ServiceBlock): Map<string, FrontendView[]> {
  const found = new Map<string, FrontendView[]>();
  for (const view of frontends) {
    const value = view.type ?? noValue;
    const list = found.get(value);
    if (list) list.push(view);
    else found.set(value, [view]);
  }
  return found;
}

function byPlace({ frontends }: ServiceBlock, by: 'node' | 'zone'): Map<string, FrontendView[]> {
  const found = new Map<string, FrontendView[]>();
  for (const view of frontends) {
    for (const [value, part] of partsOf(view, by)) {
      const list = found.get(value);
      if (list) list.push(part);
      else found.set(value, [part]);
    }
  }
  return found;
}

const parts = { node: new WeakMap<FrontendView, Parts>(), zone: new WeakMap<FrontendView, Parts>() };
type Parts = ReadonlyMap<string, FrontendView>;

/** A frontend at each place, with the backends there; a row that did not change is not parted again. */
function partsOf(view: FrontendView, by: 'node' | 'zone'): Parts {
  const known = parts[by].get(view);
  if (known !== undefined) return known;
  const backends = new Map<string, BackendView[]>();
  for (const backend of view.backends) {
    const value = backend.target[by] ?? noValue;
    const list = backends.get(value);
    if (list) list.push(backend);
    else backends.set(value, [backend]);
  }
  const [only] = backends;
  const made: Parts =
    only === undefined
      ? new Map([[noValue, view]])
      : backends.size === 1
        ? new Map([[only[0], view]])
        : new Map([...backends].map(([value, own]) => [value, { ...view, backends: own }]));
  parts[by].set(view, made);
  return made;
}

function compareGroups(a: RowGroup, b: RowGroup): number {
  const last = Number(a.value === noValue) - Number(b.value === noValue);
  if (last !== 0 || a.by !== 'type') return last || compareNames(a.value, b.value);
  const rank = ({ value }: RowGroup) => serviceTypes.findIndex((type) => type === value);
  return rank(a) - rank(b);
}

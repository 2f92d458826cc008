import {
  createParser,
  debounce,
  parseAsArrayOf,
  parseAsBoolean,
  parseAsString,
  parseAsStringLiteral,
} from 'nuqs/server';
import type { BackendState } from '@/lib/cilium/backend';
import type { ServiceType } from '@/lib/cilium/frontend';
import type { FrontendSort } from '@/lib/snapshot/frontend-filter';
import { groupings } from '../group/row-group';
import { zooms } from '../group/zoom';
import { hideableColumns } from '../table/hideable-columns';
import { parseAsNames } from './names-param';

/** The ways to look at the list. */
export const views = ['map', 'table'] as const;
export type ServicesViewName = (typeof views)[number];

export const serviceTypes = [
  'ClusterIP',
  'NodePort',
  'LoadBalancer',
  'ExternalIPs',
  'HostPort',
  'LocalRedirect',
  'NONE',
] as const satisfies readonly ServiceType[];

/** States to filter by: Cilium's, and `leftover`, which is ours. */
export const stateChoices = [
  'active',
  'terminating',
  'terminating-not-serving',
  'quarantined',
  'maintenance',
  'leftover',
] as const satisfies readonly (BackendState | 'leftover')[];
export type StateChoice = (typeof stateChoices)[number];

/** What the table may be sorted by. */
export const sorts = [
  'service',
  'address',
  'type',
  'problem',
  'backends',
  'changed',
] as const satisfies readonly FrontendSort[];

export type SortOrder = { by: FrontendSort; descending: boolean };

/** `sort=changed`, or `sort=-changed` for the order turned round. */
export const parseAsSortOrder = createParser<SortOrder>({
  parse(text) {
    const descending = text.startsWith('-');
    const by = sorts.find((sort) => sort === (descending ? text.slice(1) : text));
    return by === undefined ? null : { by, descending };
  },
  serialize: ({ by, descending }) => (descending ? `-${by}` : by),
  eq: (a, b) => a.by === b.by && a.descending === b.descending,
});

/** `problems=1`, shorter than `true`; both are read. */
const parseAsFlag = createParser<boolean>({
  parse: (text) => (text === '1' ? true : parseAsBoolean.parse(text)),
  serialize: (on) => (on ? '1' : '0'),
});

/** Everything the Services page keeps in its URL. An unknown value is as good as none. */
export const servicesParams = {
  view: parseAsStringLiteral(views).withDefault('map'),
  // The list follows each key; the address follows once the typing rests: each change of it costs the
  // page a frame, and who looks for the next key takes half a second.
  q: parseAsString.withDefault('').withOptions({ limitUrlUpdates: debounce(600) }),
  type: parseAsArrayOf(parseAsStringLiteral(serviceTypes)).withDefault([]),
  state: parseAsArrayOf(parseAsStringLiteral(stateChoices)).withDefault([]),
  ns: parseAsArrayOf(parseAsString).withDefault([]),
  node: parseAsArrayOf(parseAsString).withDefault([]),
  problems: parseAsFlag.withDefault(false),
  /** Key of the selected frontend. */
  f: parseAsString,
  sort: parseAsSortOrder.withDefault({ by: 'service', descending: false }),
  /** What rows of the map stand under, and how much of each Service is drawn. */
  group: parseAsStringLiteral(groupings).withDefault('namespace'),
  zoom: parseAsStringLiteral(zooms).withDefault('backends'),
  /** Groups whose rows are folded to one. */
  closed: parseAsNames.withDefault([]),
  /** Groups and Services that show all of theirs, however far the map is zoomed out. */
  open: parseAsNames.withDefault([]),
  /** Wildcard rows whose node addresses the reader showed or folded, where they are not so at first. */
  unfold: parseAsNames.withDefault([]),
  fold: parseAsNames.withDefault([]),
  /** Columns the table does without. */
  hide: parseAsArrayOf(parseAsStringLiteral(hideableColumns)).withDefault([]),
};

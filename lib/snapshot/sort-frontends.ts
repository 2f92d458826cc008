import type { FrontendSort } from './frontend-filter';
import type { FrontendView } from './frontend-view';
import { addressOrder } from './merge/address-order';

/** Sorts after every name: rows without a Service come last. */
const last = '\uffff';

const orders: Record<FrontendSort, (frontend: FrontendView) => string> = {
  service: ({ service }) => (service === null ? last : `${service.namespace}\u0000${service.name}`),
  address: () => '',
  type: ({ type }) => type ?? last,
  backends: ({ backends }) => String(backends.length).padStart(8, '0'),
  changed: ({ changedTimestamp }) => changedTimestamp,
  problem: ({ problems }) => problems[0]?.kind ?? last,
};

/**
 * Sorts frontends; equal ones stand by namespace, service and then address as a number, so that rows keep their place.
 */
export function sortFrontends(
  frontends: readonly FrontendView[],
  sort: FrontendSort | `-${FrontendSort}` = 'service',
): FrontendView[] {
  const descending = sort.startsWith('-');
  // The type says what is left after the minus.
  const order = orders[(descending ? sort.slice(1) : sort) as FrontendSort];
  const keyed = frontends.map((frontend) => ({
    frontend,
    first: order(frontend),
    service: orders.service(frontend),
    address: addressOrder(frontend) + frontend.scope,
  }));
  const direction = descending ? -1 : 1;
  keyed.sort(
    (a, b) =>
      direction * (sort.endsWith('address') ? compare(a.address, b.address) : compare(a.first, b.first)) ||
      compare(a.service, b.service) ||
      compare(a.address, b.address),
  );
  return keyed.map(({ frontend }) => frontend);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

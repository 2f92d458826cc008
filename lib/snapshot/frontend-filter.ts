import type { BackendState } from '@/lib/cilium/backend';
import type { ServiceType } from '@/lib/cilium/frontend';
import type { FrontendProblem } from './frontend-view';

export type FrontendSort = 'service' | 'address' | 'type' | 'backends' | 'changed' | 'problem';

/** The query of `GET /api/v1/frontends`; the browser filters what it holds with the same keys. */
export type FrontendFilter = {
  /** Words that must all occur in the row: address, service, namespace, pod, workload, node. */
  q?: string;
  type?: readonly ServiceType[];
  /** Rows with at least one backend in one of these states. */
  state?: readonly BackendState[];
  /** Namespaces of the Service. */
  namespace?: readonly string[];
  /** Rows that one of these nodes prints. */
  node?: readonly string[];
  /** Problem kinds; `any` keeps every row with a problem. */
  problem?: readonly (FrontendProblem['kind'] | 'any')[];
  /** Default `service`. A leading `-` turns the order round. */
  sort?: FrontendSort | `-${FrontendSort}`;
  offset?: number;
  /** Rows a page; default all. */
  limit?: number;
};

import type { EndpointSliceInput } from '@/lib/cilium/expected-frontends/load-balancing-input';
import type { EndpointSliceObject } from '../objects/endpoint-slice-object';
import { memoized } from './memoized';

/** What decides on the backends of a Service; the same object for the same slice. */
export const endpointSliceInput = memoized((slice: EndpointSliceObject): EndpointSliceInput => ({
  namespace: slice.namespace,
  name: slice.name,
  serviceName: slice.service ?? '',
  addressType: slice.addressType,
  ports: slice.ports.map(({ name, port, protocol }) => ({ name: name ?? '', port, protocol })),
  // As they are: a cluster has ten times as many of them as of anything else.
  endpoints: slice.endpoints,
  annotations: slice.weight === null ? {} : { 'service.cilium.io/weight': String(slice.weight) },
  labels: slice.managedBy === null ? {} : { 'endpointslice.kubernetes.io/managed-by': slice.managedBy },
}));

import type { ExpectedFrontend } from './expected-frontend';
import { frontendsOfHostPorts } from './frontends-of-host-ports';
import { frontendsOfService } from './frontends-of-service';
import { frontendsOnNode } from './frontends-on-node';
import type { EndpointSliceInput, LoadBalancingInput } from './load-balancing-input';

/** The EndpointSlices of each Service, by `namespace/name`, in the order of the slices' names. */
export function slicesByService(
  slices: readonly EndpointSliceInput[],
): ReadonlyMap<string, readonly EndpointSliceInput[]> {
  const found = new Map<string, EndpointSliceInput[]>();
  for (const slice of slices) {
    const key = `${slice.namespace}/${slice.serviceName}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, [slice]);
    else known.push(slice);
  }
  for (const list of found.values()) list.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return found;
}

/**
 * Computes the service table an agent must have: one row for each frontend, with its backends and their states,
 * in the order in which an agent that meets the Services in the order given hands out IDs.
 */
export function expectedFrontends(input: LoadBalancingInput): ExpectedFrontend[] {
  const { version, settings, node, services, endpointSlices, hostPortPods } = input;
  const slices = slicesByService(endpointSlices);
  return [
    ...services.flatMap((service) => {
      const own = slices.get(`${service.namespace}/${service.name}`) ?? [];
      return frontendsOnNode(frontendsOfService(service, own, version, settings), node, version, settings);
    }),
    ...frontendsOfHostPorts(hostPortPods, node, version, settings),
  ];
}

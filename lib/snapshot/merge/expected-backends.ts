import type { NameIndex, ServiceMatch } from '../names/name-index';
import { serviceKey } from '../names/name-index';
import type { Endpoint } from '../objects/endpoint-slice-object';
import { isHinted } from '../objects/endpoint-slice-object';

/** What the API lists behind one port of a Service. */
export type ExpectedBackend = Pick<Endpoint, 'ready' | 'serving' | 'terminating'> & {
  ip: string;
  port: number;
  node: string | null;
  zone: string | null;
  /** True where the API names zones or nodes that should use it. */
  hinted: boolean;
  /** `service.cilium.io/weight` of its slice; null where there is none. */
  weight: number | null;
};

/** The address cilium-operator writes where Envoy serves (Ingress and Gateway Services): never a backend. */
const placeholderIP = '192.192.192.192';

/** Gives what EndpointSlices list for a Service port; null where they are not known. */
export function expectedBackends(names: NameIndex, match: ServiceMatch): ExpectedBackend[] | null {
  if (!names.known.has('endpointslices')) return null;
  const found = new Map<string, ExpectedBackend>();
  for (const slice of names.slices.get(serviceKey(match.service))) {
    for (const { name, port, protocol } of slice.ports) {
      if (port === null || protocol !== match.port.protocol || name !== match.port.name) continue;
      for (const { addresses, ready, serving, terminating, nodeName, zone, ...hints } of slice.endpoints) {
        const hinted = isHinted(hints);
        const facts = {
          port,
          ready,
          serving,
          terminating,
          node: nodeName,
          zone,
          hinted,
          weight: slice.weight,
        };
        for (const ip of addresses) if (ip !== placeholderIP) found.set(`${ip}:${port}`, { ip, ...facts });
      }
    }
  }
  return [...found.values()];
}

/** True where the Service is served by Envoy instead of endpoints of its own (cilium-ingress, Gateway). */
export function isServedByEnvoy(names: NameIndex, match: ServiceMatch): boolean {
  for (const slice of names.slices.get(serviceKey(match.service))) {
    if (slice.endpoints.some(({ addresses }) => addresses.includes(placeholderIP))) return true;
  }
  return false;
}

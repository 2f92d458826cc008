import type { L4Protocol } from '@/lib/cilium/l3n4-addr';

export type Endpoint = {
  addresses: string[];
  ready: boolean;
  serving: boolean;
  terminating: boolean;
  nodeName: string | null;
  zone: string | null;
  pod: { namespace: string; name: string } | null;
  /** Zones and nodes that should use it; both empty for most. */
  hintZones: readonly string[];
  hintNodes: readonly string[];
};

/** An EndpointSlice: what the API says should be behind a Service. */
export type EndpointSliceObject = {
  namespace: string;
  name: string;
  /** From the label `kubernetes.io/service-name`; null where it has none. */
  service: string | null;
  addressType: 'IPv4' | 'IPv6' | 'FQDN';
  /** Label `endpointslice.kubernetes.io/managed-by`; null where it has none. */
  managedBy: string | null;
  ports: { name: string | null; port: number | null; protocol: L4Protocol }[];
  endpoints: Endpoint[];
  /** `service.cilium.io/weight` of the slice, which agents heed since v1.20; null where there is none. */
  weight: number | null;
};

/** True where the API says which zones or nodes should use an endpoint. */
export function isHinted({ hintZones, hintNodes }: Pick<Endpoint, 'hintZones' | 'hintNodes'>): boolean {
  return hintZones.length + hintNodes.length > 0;
}

import type { Release } from '../agent-version';
import type { BackendState } from '../backend';
import type { L4Protocol } from '../l3n4-addr';
import { compareAddresses } from './address-order';
import { weightOf } from './annotations';
import { atLeast } from '../agent-version';
import { backendState } from './backend-state';
import type { ExpectedBackend } from './expected-frontend';
import type { EndpointSliceInput, LoadBalancingSettings } from './load-balancing-input';

/** A backend with what decides under which frontends, and on which nodes, it stands. */
export type BackendCandidate = {
  backend: ExpectedBackend;
  portName: string;
  protocol: L4Protocol;
  hintZones: readonly string[];
  hintNodes: readonly string[];
  /** Two slices name it with different conditions. */
  disputed: boolean;
};

/** The protocol an agent prints: none up to v1.16, `ANY` where protocols are not told apart. */
export function printedProtocol(
  protocol: L4Protocol,
  version: Release,
  settings: LoadBalancingSettings,
): L4Protocol | null {
  if (!atLeast(version, 17)) return null;
  return settings.protocolDifferentiation !== false || atLeast(version, 19) ? protocol : 'ANY';
}

/**
 * The endpoint that Cilium's operator gave the Services it makes for Ingress and Gateway API (up to v1.17), so that
 * agents took notice of them; no agent lists it.
 */
function isPlaceholder(ip: string, port: number): boolean {
  return ip === '192.192.192.192' && port === 9999;
}

/** Slices that ClusterMesh copied from other clusters: agents have those backends from there, and skip the copies. */
function isMirrored({ labels }: EndpointSliceInput): boolean {
  return labels['endpointslice.kubernetes.io/managed-by'] === 'endpointslice-mesh-controller.cilium.io';
}

/**
 * Gives the backends of one Service from its EndpointSlices, by address since v1.18 and as they came before.
 * For an address that is in two slices the last one counts; the candidate says so where the two differ.
 */
export function backendsOfService(
  slices: readonly EndpointSliceInput[],
  version: Release,
  settings: LoadBalancingSettings,
): BackendCandidate[] {
  type Found = { slice: EndpointSliceInput; state: BackendState | null; candidate: BackendCandidate | null };
  const found = new Map<string, Found>();
  for (const slice of slices) {
    if (slice.addressType === 'FQDN' || isMirrored(slice)) continue;
    const weight = weightOf(slice, version);
    for (const port of slice.ports) {
      if (port.port === null) continue;
      for (const endpoint of slice.endpoints) {
        const ready = backendState(endpoint, version, settings.gracefulTermination);
        const state = weight === 0 && ready !== null ? 'maintenance' : ready;
        for (const ip of endpoint.addresses) {
          if (isPlaceholder(ip, port.port)) continue;
          const key = `${ip} ${port.port} ${port.protocol} ${port.name}`;
          const before = found.get(key);
          const disputed = before !== undefined && before.slice !== slice && before.state !== state;
          if (state === null) {
            found.set(key, { slice, state, candidate: null });
            continue;
          }
          const candidate: BackendCandidate = {
            backend: {
              ip,
              port: port.port,
              protocol: printedProtocol(port.protocol, version, settings),
              scope: 'external',
              state,
              weight,
              nodeName: endpoint.nodeName,
              zone: endpoint.zone,
            },
            portName: port.name,
            protocol: port.protocol,
            hintZones: endpoint.hintZones,
            hintNodes: endpoint.hintNodes,
            disputed,
          };
          found.set(key, { slice, state, candidate });
        }
      }
    }
  }
  const candidates = [...found.values()].flatMap(({ candidate }) => candidate ?? []);
  if (atLeast(version, 18)) {
    candidates.sort(
      (a, b) => compareAddresses(a.backend.ip, b.backend.ip) || a.backend.port - b.backend.port,
    );
  }
  return candidates;
}

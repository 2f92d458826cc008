import type { Release } from '../agent-version';
import type { L4Protocol } from '../l3n4-addr';
import { compareAddresses } from './address-order';
import { atLeast } from '../agent-version';
import { backendState } from './backend-state';
import type { ExpectedBackend } from './expected-frontend';
import type { EndpointSliceInput, LoadBalancingSettings } from './load-balancing-input';

/** A backend with what decides under which frontends, and on which nodes, it stands. */
export type BackendCandidate = {
  backend: ExpectedBackend;
  portName: string;
  protocol: L4Protocol;
  hintZones: string[];
  hintNodes: string[];
};

/** The protocol an agent prints: none up to v1.16, `ANY` where protocols are not told apart. */
export function printedProtocol(
  protocol: L4Protocol,
  version: Release,
  settings: LoadBalancingSettings,
): L4Protocol | null {
  if (!atLeast(version, 17)) return null;
  return settings.protocolDifferentiation || atLeast(version, 19) ? protocol : 'ANY';
}

/**
 * Gives the backends of one Service from its EndpointSlices, by address since v1.18 and as they came before.
 * For an address that is in two slices the last one counts.
 */
export function backendsOfService(
  slices: readonly EndpointSliceInput[],
  version: Release,
  settings: LoadBalancingSettings,
): BackendCandidate[] {
  const found = new Map<string, BackendCandidate>();
  for (const slice of slices) {
    if (slice.addressType === 'FQDN') continue;
    for (const port of slice.ports) {
      if (port.port === null) continue;
      for (const endpoint of slice.endpoints) {
        const state = backendState(endpoint, version, settings.gracefulTermination);
        for (const ip of endpoint.addresses) {
          const key = `${ip} ${port.port} ${port.protocol} ${port.name}`;
          if (state === null) {
            found.delete(key);
            continue;
          }
          found.set(key, {
            backend: {
              ip,
              port: port.port,
              protocol: printedProtocol(port.protocol, version, settings),
              scope: 'external',
              state,
              weight: 100,
              nodeName: endpoint.nodeName,
              zone: endpoint.zone,
            },
            portName: port.name,
            protocol: port.protocol,
            hintZones: endpoint.hintZones,
            hintNodes: endpoint.hintNodes,
          });
        }
      }
    }
  }
  const candidates = [...found.values()];
  if (atLeast(version, 18)) {
    candidates.sort(
      (a, b) => compareAddresses(a.backend.ip, b.backend.ip) || a.backend.port - b.backend.port,
    );
  }
  return candidates;
}

import type { Release } from '../agent-version';
import { isIPv6 } from './address-order';
import { atLeast } from '../agent-version';
import { printedProtocol } from './backends-of-service';
import type { Doubt } from './doubt';
import type { ExpectedFrontend } from './expected-frontend';
import { ownAddresses, wildcardAddress } from './frontends-on-node';
import type { LoadBalancingSettings, NodeInput, PodInput } from './load-balancing-input';

/** What an agent calls the service behind a host port; the form changed in v1.17 and v1.18. */
function hostPortName({ name, uid }: PodInput, hostPort: number, version: Release): string {
  if (atLeast(version, 18)) return `${name}:host-port:${hostPort}:${uid}`;
  return atLeast(version, 17)
    ? `${name}/pod-id/${uid}/host-port/${hostPort}`
    : `${name}/host-port/${hostPort}`;
}

type Place = { ips: string[]; copied: boolean; doubt: Doubt | null };

/** Where a host port listens: everywhere, on one address, or for the node itself only (127.0.0.1: the wildcard row). */
function placeOf(hostIP: string, ipv6: boolean, node: NodeInput, version: Release): Place | null {
  const wildcard = wildcardAddress(ipv6);
  const everywhere = { ips: [...ownAddresses(ipv6, node, version), wildcard], copied: atLeast(version, 18) };
  if (hostIP === '') return { ...everywhere, doubt: null };
  if (isIPv6(hostIP) !== ipv6) return null;
  if (hostIP === wildcard) return { ...everywhere, doubt: { about: 'row', reason: 'unspecified-host-ip' } };
  const loopback = hostIP.startsWith('127.') || hostIP === '::1';
  return { ips: [loopback ? wildcard : hostIP], copied: false, doubt: null };
}

/** Gives the HostPort rows of a node's own pods. A host port inside the NodePort range is ignored. */
export function frontendsOfHostPorts(
  pods: readonly PodInput[],
  node: NodeInput,
  version: Release,
  settings: LoadBalancingSettings,
): ExpectedFrontend[] {
  const { min, max } = settings.nodePortRange;
  if (!settings.hostPort) return [];
  return pods.flatMap((pod) =>
    pod.hostPorts
      .filter(({ hostPort }) => hostPort < min || hostPort > max)
      .flatMap(({ hostPort, containerPort, protocol: asked, hostIP }) => {
        const protocol = printedProtocol(asked, version, settings);
        return pod.ips
          .filter((ip) => (isIPv6(ip) ? settings.ipv6 : settings.ipv4))
          .flatMap((podIP): ExpectedFrontend[] => {
            const place = placeOf(hostIP, isIPv6(podIP), node, version);
            if (place === null) return [];
            const backend = {
              ip: podIP,
              port: containerPort,
              protocol,
              scope: 'external',
              weight: 100,
            } as const;
            return place.ips.map((ip) => ({
              ip,
              port: hostPort,
              protocol,
              scope: 'external',
              type: 'HostPort',
              namespace: pod.namespace,
              name: hostPortName(pod, hostPort, version),
              extTrafficPolicy: 'Cluster',
              intTrafficPolicy: 'Cluster',
              healthCheckNodePort: 0,
              backends: [{ ...backend, state: 'active', nodeName: node.name, zone: node.zone }],
              copiedToNodeAddresses: place.copied,
              programmed: true,
              doubt: place.doubt,
            }));
          });
      }),
  );
}

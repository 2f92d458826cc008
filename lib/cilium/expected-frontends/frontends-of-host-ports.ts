import type { Release } from '../agent-version';
import { isIPv6 } from './address-order';
import { atLeast } from '../agent-version';
import { printedProtocol } from './backends-of-service';
import type { ExpectedFrontend } from './expected-frontend';
import { wildcardAddresses } from './frontends-on-node';
import type { HostPortPodInput, LoadBalancingSettings, NodeInput } from './load-balancing-input';

/** What an agent calls the service behind a host port; the form changed in v1.17 and v1.18. */
function hostPortName({ name, uid }: HostPortPodInput, hostPort: number, version: Release): string {
  if (atLeast(version, 18)) return `${name}:host-port:${hostPort}:${uid}`;
  return atLeast(version, 17)
    ? `${name}/pod-id/${uid}/host-port/${hostPort}`
    : `${name}/host-port/${hostPort}`;
}

/** Gives the HostPort rows of a node's own pods. A host port inside the NodePort range is ignored. */
export function frontendsOfHostPorts(
  pods: readonly HostPortPodInput[],
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
            const ipv6 = isIPv6(podIP);
            const anywhere = hostIP === '' || hostIP === '0.0.0.0' || hostIP === '::';
            if (!anywhere && isIPv6(hostIP) !== ipv6) return [];
            const { ips, hiddenCopies } = anywhere
              ? wildcardAddresses(ipv6, node, version)
              : { ips: [hostIP], hiddenCopies: 0 };
            const backend = {
              ip: podIP,
              port: containerPort,
              protocol,
              scope: 'external',
              weight: 100,
            } as const;
            return ips.map((ip) => ({
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
              hiddenCopies,
              programmed: true,
            }));
          });
      }),
  );
}

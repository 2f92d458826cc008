import type { Release } from '../agent-version';
import { atLeast } from '../agent-version';
import type { L4Protocol } from '../l3n4-addr';
import { isIPv6 } from './address-order';
import { printedProtocol } from './backends-of-service';
import type { Doubt } from './doubt';
import type { ExpectedBackend, ExpectedFrontend } from './expected-frontend';
import type { FrontendTemplate } from './frontends-of-service';
import { rowOf } from './frontends-on-node';
import { selects } from './label-selector';
import type {
  LoadBalancingSettings,
  PodInput,
  RedirectPolicyInput,
  RedirectPortInput,
} from './load-balancing-input';

type Port = { name: string; protocol: L4Protocol; ipv6: boolean };

/** A policy on one node: the pods there that it sends traffic to. */
export type LocalRedirect = {
  policy: RedirectPolicyInput;
  pods: readonly PodInput[];
  /** Releases treat this form of the policy, or the pods' moment, differently. */
  unsure: boolean;
};

/** Gives what a policy does on a node, from the running pods of that node. */
export function localRedirect(
  policy: RedirectPolicyInput,
  podsOfNode: readonly PodInput[],
  version: Release,
): LocalRedirect {
  const { backend, namespace, nodeSelector } = policy;
  const selected = podsOfNode.filter(
    (pod) => pod.namespace === namespace && selects(backend.selector, pod.labels),
  );
  const pods = selected.filter(({ ready }) => ready);
  // v1.18 and later find the backends by the pods' declared ports: by name where there are several, else early ones
  // take every port that is declared.
  const byName = backend.ports.length > 1 && policy.frontend.ports.length !== 1;
  const declares = ({ containerPorts }: PodInput, wanted: RedirectPortInput): boolean =>
    containerPorts.some(
      ({ name, port, protocol }) =>
        port === wanted.port && protocol === wanted.protocol && (!byName || name === wanted.name),
    );
  const plain =
    !atLeast(version, 18) ||
    pods.every(
      (pod) =>
        backend.ports.every((port) => declares(pod, port)) &&
        (byName || pod.containerPorts.length === backend.ports.length),
    );
  // Up to some v1.18 release a policy without pods took the backends away instead of leaving the Service as it was.
  const early = atLeast(version, 18) && !atLeast(version, 19) && pods.length === 0;
  return { policy, pods, unsure: nodeSelector !== null || pods.length < selected.length || !plain || early };
}

/** The port of the policy's pods that a port of the frontend leads to; null: that port is not redirected. */
function backendPort(
  { frontend, backend }: RedirectPolicyInput,
  port: { name: string; port: number; protocol: L4Protocol },
): RedirectPortInput | null {
  const wanted = frontend.ports;
  const listed = wanted.some(
    ({ port: number, protocol }) => number === port.port && protocol === port.protocol,
  );
  if (wanted.length > 0 && !listed) return null;
  const single = wanted.length === 1 || backend.ports.length <= 1;
  return (single ? backend.ports[0] : backend.ports.find(({ name }) => name === port.name)) ?? null;
}

function backendsOf(
  pods: readonly PodInput[],
  target: RedirectPortInput,
  { protocol, ipv6 }: Port,
  version: Release,
  settings: LoadBalancingSettings,
): ExpectedBackend[] {
  // Since v1.18 a backend of another protocol is not taken; the row is redirected all the same.
  if (target.protocol !== protocol && atLeast(version, 18)) return [];
  return pods.flatMap(({ ips }) =>
    ips
      .filter((ip) => isIPv6(ip) === ipv6)
      .map((ip) => ({
        ip,
        port: target.port,
        protocol: printedProtocol(target.protocol, version, settings),
        scope: 'external' as const,
        state: 'active' as const,
        weight: atLeast(version, 18) ? 0 : 100,
        nodeName: null,
        zone: null,
      })),
  );
}

const unsureOf = (redirect: LocalRedirect): Doubt | null =>
  redirect.unsure ? { about: 'row', reason: 'redirect-detail' } : null;

/** Up to v1.17 the row is the policy's; since v1.18 it stays the Service's and only its type is printed differently. */
function redirectName({ name }: RedirectPolicyInput, version: Release): string {
  return atLeast(version, 18) ? `${name}:local-redirect` : `${name}-local-redirect`;
}

/**
 * Gives the row of a cluster IP that a policy redirects on this node, or null where the node keeps it as it is:
 * no pod of the policy runs here, or the policy does not name the port.
 * Source: pkg/loadbalancer/redirectpolicy (v1.18 and later), pkg/redirectpolicy (before).
 */
export function redirectedRow(
  template: FrontendTemplate,
  redirect: LocalRedirect,
  version: Release,
  settings: LoadBalancingSettings,
): ExpectedFrontend | 'unsure' | null {
  const { policy, pods } = redirect;
  const { service, ip, ipv6, portName, port, l4Protocol } = template;
  if (template.type !== 'ClusterIP' || ip === null) return null;
  if (service.type !== 'ClusterIP' && !atLeast(version, 18)) return null;
  const target = backendPort(policy, { name: portName, port, protocol: l4Protocol });
  if (target === null || pods.length === 0) return redirect.unsure && target !== null ? 'unsure' : null;
  const backends = backendsOf(
    pods,
    target,
    { name: portName, protocol: l4Protocol, ipv6 },
    version,
    settings,
  );
  const row = rowOf(template, ip, backends, unsureOf(redirect) ?? null, version);
  const own = atLeast(version, 18)
    ? {}
    : ({
        name: redirectName(policy, version),
        extTrafficPolicy: 'Cluster',
        intTrafficPolicy: 'Cluster',
      } as const);
  return { ...row, ...own, type: 'LocalRedirect' };
}

/** Gives the rows of a policy on an address of its own; none where no pod of it runs on the node. */
export function addressRedirectRows(
  redirect: LocalRedirect,
  version: Release,
  settings: LoadBalancingSettings,
): ExpectedFrontend[] {
  const { policy, pods } = redirect;
  const { frontend, namespace } = policy;
  if (!('ip' in frontend) || (pods.length === 0 && !redirect.unsure)) return [];
  const ipv6 = isIPv6(frontend.ip);
  if (!(ipv6 ? settings.ipv6 : settings.ipv4)) return [];
  return frontend.ports.map((port): ExpectedFrontend => {
    const target = backendPort(policy, port);
    return {
      ip: frontend.ip,
      port: port.port,
      protocol: printedProtocol(port.protocol, version, settings),
      scope: 'external',
      type: 'LocalRedirect',
      namespace,
      name: redirectName(policy, version),
      extTrafficPolicy: 'Cluster',
      intTrafficPolicy: 'Cluster',
      healthCheckNodePort: 0,
      backends: target === null ? [] : backendsOf(pods, target, { ...port, ipv6 }, version, settings),
      copiedToNodeAddresses: false,
      programmed: true,
      doubt: unsureOf(redirect),
    };
  });
}

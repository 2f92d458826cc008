import type { Release } from '../agent-version';
import { atLeast } from '../agent-version';
import { parseLabelSelector, selects } from './label-selector';
import type { EndpointSliceInput, NodeInput, ServiceInput } from './load-balancing-input';

const prefix = 'service.cilium.io';

/** The types of frontends a Service may have: `service.cilium.io/type` narrows them (v1.17 and later). */
export function exposedTypes(service: ServiceInput, version: Release): ReadonlySet<string> {
  const all = new Set(['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalIPs']);
  const wanted = service.annotations[`${prefix}/type`];
  // An unknown value is ignored with a warning: the Service is exposed as if not annotated.
  const known = wanted === 'ClusterIP' || wanted === 'NodePort' || wanted === 'LoadBalancer';
  return known && atLeast(version, 17) ? new Set([wanted, 'ExternalIPs']) : all;
}

/** True for a Service that some nodes may leave out: what they have is to be asked node by node. */
export function isForSomeNodes({ annotations }: ServiceInput, version: Release): boolean {
  return (
    (annotations[`${prefix}/node`] !== undefined && atLeast(version, 17)) ||
    (annotations[`${prefix}/node-selector`] !== undefined && atLeast(version, 18))
  );
}

/**
 * Whether a node is to expose a Service: `service.cilium.io/node-selector` (v1.18 and later), else
 * `service.cilium.io/node` (v1.17 and later), compared with the node's label of that name.
 */
export function exposedOnNode(service: ServiceInput, node: NodeInput, version: Release): boolean {
  if (!isForSomeNodes(service, version)) return true;
  const text = service.annotations[`${prefix}/node-selector`];
  if (text !== undefined && atLeast(version, 18)) {
    const selector = parseLabelSelector(text);
    // What is no selector is ignored with a warning.
    return selector === null || selects(selector, node.labels);
  }
  return node.labels[`${prefix}/node`] === service.annotations[`${prefix}/node`];
}

/** True where `service.cilium.io/scope` asks for rows of one scope only. */
export function hasScopeAnnotation({ annotations }: ServiceInput): boolean {
  return annotations[`${prefix}/scope`] !== undefined;
}

/** ClusterMesh: whether backends of other clusters are taken in, and which are preferred. */
export function globalAffinity({ annotations }: ServiceInput): 'local' | 'remote' | 'none' | null {
  const isGlobal = annotations[`${prefix}/global`] ?? annotations['io.cilium/global-service'];
  if (isGlobal?.toLowerCase() !== 'true') return null;
  const affinity = annotations[`${prefix}/affinity`] ?? annotations['io.cilium/service-affinity'];
  const value = affinity?.toLowerCase();
  return value === 'local' || value === 'remote' ? value : 'none';
}

/** How a Service comes to be served by the node's Envoy: made by Ingress or Gateway API, or annotated; null: it is not. */
export function proxyOf({ annotations, labels }: ServiceInput): 'ingress' | 'annotation' | null {
  if (
    labels['cilium.io/ingress'] === 'true' ||
    labels['io.cilium.gateway/owning-gateway'] !== undefined ||
    labels['gateway.networking.k8s.io/gateway-name'] !== undefined
  ) {
    return 'ingress';
  }
  return annotations[`${prefix}/lb-l7`] === 'enabled' ? 'annotation' : null;
}

/** The weight an EndpointSlice gives its backends: `service.cilium.io/weight`, 0 to 65535 (v1.20 and later); default 100. */
export function weightOf({ annotations }: EndpointSliceInput, version: Release): number {
  const text = annotations[`${prefix}/weight`];
  if (text === undefined || !/^\d{1,5}$/.test(text) || !atLeast(version, 20)) return 100;
  const weight = Number(text);
  return weight <= 65_535 ? weight : 100;
}

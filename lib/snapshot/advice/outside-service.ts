import type { ServiceObject } from '../objects/service-object';

/** Whether clients outside the cluster may reach a Service by a node. */
export function isOutside({ type, externalIPs }: ServiceObject): boolean {
  return type === 'NodePort' || type === 'LoadBalancer' || externalIPs.length > 0;
}

/** Whether a Service sends a client to the same backend again. */
export function hasAffinity({ sessionAffinity }: ServiceObject): boolean {
  return sessionAffinity === 'ClientIP';
}

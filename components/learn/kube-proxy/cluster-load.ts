import type { ServiceLoad } from '@/lib/learn/kube-proxy/service-load';
import type { FrontendView } from '@/lib/snapshot/frontend-view';

/**
 * Gives what this cluster's nodes have to know, as kube-proxy would count it: one address and port each, so that
 * the copies of a NodePort at each node's own address count once. Null where no agent has a row.
 */
export function clusterLoad(frontends: readonly FrontendView[]): ServiceLoad | null {
  const counted = frontends.filter(({ nodeLocal, scope }) => !nodeLocal && scope === 'external');
  if (counted.length === 0) return null;
  const slots = counted.reduce((sum, { backends }) => sum + backends.length, 0);
  return { services: counted.length, backends: Math.max(1, Math.round(slots / counted.length)) };
}

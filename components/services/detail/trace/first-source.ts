import type { FrontendView } from '@/lib/snapshot/frontend-view';
import type { TracePod, TraceSource } from '@/lib/snapshot/trace/trace-source';

/** Gives where a packet to a frontend most likely comes from: a pod where it is for clients inside, else from outside. */
export function firstSource(
  { type, scope, nodes }: FrontendView,
  pods: readonly TracePod[],
  answering: readonly string[],
): TraceSource | null {
  const node = nodes.find((name) => answering.includes(name)) ?? answering[0];
  if (node === undefined) return null;
  const isInside = type === 'ClusterIP' || type === 'LocalRedirect' || scope === 'internal';
  if (!isInside) return { kind: 'outside', node };
  const pod = pods.find((candidate) => answering.includes(candidate.node));
  return pod === undefined ? { kind: 'node', node } : { kind: 'pod', ip: pod.ip };
}

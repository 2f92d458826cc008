import type { AgentPodObject } from '@/lib/snapshot/objects/agent-pod-object';
import { parseQuantity } from './parse-quantity';
import { podIPs, podSchema } from './pod-schema';

export const agentContainer = 'cilium-agent';

/**
 * Reshapes the pod of an agent; null for a pod without a container `cilium-agent` or not yet on a node.
 * The DaemonSet may have any name (`cilium`, GKE's `anetd`).
 */
export function toAgentPod(object: unknown): AgentPodObject | null {
  const parsed = podSchema.safeParse(object);
  if (!parsed.success) return null;
  const { metadata, spec, status } = parsed.data;
  const container = spec?.containers?.find(({ name }) => name === agentContainer);
  if (container === undefined || !spec?.nodeName) return null;
  const state = status?.containerStatuses?.find(({ name }) => name === agentContainer);
  const ready = status?.conditions?.find(({ type }) => type === 'Ready');
  return {
    namespace: metadata.namespace,
    name: metadata.name,
    node: spec.nodeName,
    container: agentContainer,
    image: container.image ?? null,
    daemonSet: metadata.ownerReferences?.find(({ kind }) => kind === 'DaemonSet')?.name ?? null,
    ips: podIPs(parsed.data),
    phase: status?.phase ?? 'Unknown',
    ready: state?.ready === true,
    waitingReason: state?.state?.waiting?.reason ?? state?.state?.terminated?.reason ?? null,
    terminating: Boolean(metadata.deletionTimestamp),
    restarts: state?.restartCount ?? 0,
    createdTimestamp: metadata.creationTimestamp ?? null,
    startedTimestamp: state?.state?.running?.startedAt ?? null,
    readyTimestamp: ready?.status === 'True' ? (ready.lastTransitionTime ?? null) : null,
    memoryLimitBytes: parseQuantity(container.resources?.limits?.memory),
    containerId: state?.containerID ?? null,
  };
}

import type { PodObject } from './objects/pod-object';

/** A DaemonSet's pods (kubeadm, EKS) and static ones (GKE) are both named so; k3s runs it inside its own process. */
export function isKubeProxyPod({ namespace, name }: PodObject): boolean {
  return namespace === 'kube-system' && /^kube-proxy(-|$)/.test(name);
}

/** Whether a pod has ended for good. */
export function isOver({ phase }: PodObject): boolean {
  return phase === 'Succeeded' || phase === 'Failed';
}

import type { PodInput } from '@/lib/cilium/expected-frontends/load-balancing-input';
import type { PodObject } from '../objects/pod-object';
import { memoized } from './memoized';

/** What host ports and local redirects need of a pod; null for one that does not run or has the node's own network. */
export const podInput = memoized((pod: PodObject): { input: PodInput | null } => {
  if (pod.hostNetwork || pod.phase !== 'Running' || pod.node === null) return { input: null };
  return {
    input: {
      namespace: pod.namespace,
      name: pod.name,
      // It stands in the name of a host port's row only, which no table prints.
      uid: '',
      nodeName: pod.node,
      labels: pod.labels,
      ready: pod.ready,
      ips: pod.ips,
      hostPorts: pod.hostPorts.map(({ port, containerPort, protocol, hostIP }) => ({
        hostPort: port,
        containerPort,
        protocol,
        hostIP: hostIP ?? '',
      })),
      containerPorts: pod.containerPorts,
    },
  };
});

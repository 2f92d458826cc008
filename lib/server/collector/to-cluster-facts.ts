import type { ClusterFacts, DesiredReady, ImageCount, ServiceKindCounts } from '@/lib/snapshot/cluster-facts';
import { isKubeProxyPod, isOver } from '@/lib/snapshot/kube-proxy-pod';
import type { AgentPodObject } from '@/lib/snapshot/objects/agent-pod-object';
import type { ServiceObject } from '@/lib/snapshot/objects/service-object';
import type { WorkloadObject } from '@/lib/snapshot/objects/workload-object';
import type { ClusterWatch } from './cluster-watch';

/** Counts what `cilium status` of cilium-cli counts. `managed` is the number of CiliumEndpoints, null where not known. */
export function toClusterFacts(
  watch: ClusterWatch,
  agents: readonly AgentPodObject[],
  managed: number | null,
): ClusterFacts {
  const { names, workloads } = watch;
  const all = [...workloads.values()];
  const daemonSets = all.filter(({ kind }) => kind === 'DaemonSet');
  const owners = new Set(agents.map(({ namespace, daemonSet }) => `${namespace}/${daemonSet}`));
  const operators = all.filter(({ kind }) => kind === 'Deployment');
  const nodes = [...names.nodeByName.values()];
  return {
    agents: sum(
      daemonSets.filter(({ namespace, name }) => owners.has(`${namespace}/${name}`) || name === 'cilium'),
    ),
    operator: sum(operators),
    envoy: sum(daemonSets.filter(({ name }) => name === 'cilium-envoy')),
    agentImages: countImages(agents.flatMap(({ image }) => (image === null ? [] : [{ image, pods: 1 }]))),
    operatorImages: countImages(
      operators.flatMap(({ images, ready }) => images.slice(0, 1).map((image) => ({ image, pods: ready }))),
    ),
    pods: names.known.has('pods') ? { total: countPods(watch), managed } : null,
    nodes: names.known.has('nodes')
      ? { total: nodes.length, ready: nodes.filter(({ ready }) => ready).length }
      : null,
    services: names.known.has('services') ? names.services.size : null,
    serviceKinds: names.known.has('services') ? countKinds(names.services.values()) : null,
    kubeProxyPods: names.known.has('pods') ? countKubeProxyPods(watch) : null,
  };
}

function countKinds(services: Iterable<ServiceObject>): ServiceKindCounts {
  const counts: ServiceKindCounts = {
    ClusterIP: 0,
    NodePort: 0,
    LoadBalancer: 0,
    ExternalName: 0,
    Headless: 0,
  };
  for (const { type, clusterIPs } of services) {
    if (type === 'NodePort' || type === 'LoadBalancer' || type === 'ExternalName') counts[type] += 1;
    else counts[clusterIPs.length === 0 ? 'Headless' : 'ClusterIP'] += 1;
  }
  return counts;
}

function countKubeProxyPods({ pods }: ClusterWatch): number {
  let count = 0;
  for (const pod of pods.values()) if (isKubeProxyPod(pod) && !isOver(pod)) count += 1;
  return count;
}

function sum(workloads: readonly WorkloadObject[]): DesiredReady | null {
  if (workloads.length === 0) return null;
  return workloads.reduce(
    (total, { desired, ready }) => ({ desired: total.desired + desired, ready: total.ready + ready }),
    { desired: 0, ready: 0 },
  );
}

function countImages(images: readonly ImageCount[]): ImageCount[] {
  const pods = new Map<string, number>();
  for (const one of images) pods.set(one.image, (pods.get(one.image) ?? 0) + one.pods);
  return [...pods].map(([image, count]) => ({ image, pods: count })).sort((a, b) => b.pods - a.pods);
}

function countPods({ pods }: ClusterWatch): number {
  let count = 0;
  for (const pod of pods.values()) if (!pod.hostNetwork && !isOver(pod)) count += 1;
  return count;
}

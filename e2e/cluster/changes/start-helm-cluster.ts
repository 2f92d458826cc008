import type { KubeObject } from '@/lib/server/training/agent-contract';
import { createObjects } from '../objects/create-objects';
import { startCluster, type Cluster } from '../start-cluster';
import { writeCiliumChart } from './cilium-chart';
import { helmFor, type Helm } from './run-helm';

/** A cluster whose Cilium the real helm has installed, and that helm. */
export type HelmCluster = Cluster & { helm: Helm; chart: string };

/** DSR is fatal with VXLAN: here nodes route natively. */
const nativeRouting = {
  'routing-mode': 'native',
  'auto-direct-node-routes': 'true',
  'ipv4-native-routing-cidr': '10.0.0.0/8',
};

export function withNativeRouting(object: KubeObject & { data?: Record<string, string> }): KubeObject {
  const { 'tunnel-protocol': _tunnel, ...data } = object.data ?? {};
  return { ...object, data: { ...data, ...nativeRouting } };
}

/**
 * Starts a cluster of two nodes in which release kube-system/cilium, of a chart of our own, owns `cilium-config` and the
 * DaemonSet; the rest of Cilium's objects has no owner. Rejects as `startCluster`.
 */
export async function startHelmCluster(): Promise<HelmCluster> {
  let chart = '';
  let helm: Helm = () => Promise.reject(new Error('nothing is installed yet'));
  const cluster = await startCluster({
    nodes: 2,
    install: async (objects, { kubectl, kubeconfig, group }) => {
      const config = objects.find(({ kind }) => kind === 'ConfigMap');
      const daemonSet = objects.find(({ kind }) => kind === 'DaemonSet');
      if (config === undefined || daemonSet === undefined) throw new Error('Cilium has both');
      await createObjects(
        kubectl,
        objects.filter((object) => object !== config && object !== daemonSet),
      );
      chart = writeCiliumChart(group.folder, {
        ...{ config: withNativeRouting(config), daemonSet, version: '1.20.0' },
      });
      helm = helmFor(kubeconfig, group.folder);
      await helm('install', 'cilium', chart, '-n', 'kube-system', '--set', 'password=hidden');
    },
  });
  return { ...cluster, helm, chart };
}

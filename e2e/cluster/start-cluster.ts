import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { KubeConfig, VersionApi } from '@kubernetes/client-node';
import type { KubeObject } from '@/lib/server/training/agent-contract';
import { startAgentHost } from './agents/start-agent-host';
import { startControlPlane, type ControlPlane } from './control-plane/start-control-plane';
import { kubectlFor, type Kubectl } from './kubectl/run-kubectl';
import { startKwok } from './nodes/start-kwok';
import { kwokResources } from './nodes/kwok-resources';
import { nodeObjects } from './nodes/node-objects';
import { ciliumObjects } from './objects/cilium-objects';
import { createObjects } from './objects/create-objects';
import { giveLoadBalancers } from './objects/give-load-balancers';
import { shopObjects } from './objects/shop-objects';
import type { CiliumMinor, KubernetesMinor } from './programs/program-list';
import { nodesAreReady, workloadsAreReady } from './wait-until-ready';

/** A control plane with nodes, Cilium's agents on them, and something to load-balance. */
export type Cluster = ControlPlane & {
  /** A file with the administrator's kubeconfig; it goes with the cluster. */
  kubeconfigPath: string;
  /** The kubectl of the same release, as the administrator. */
  kubectl: Kubectl;
};

export type ClusterOptions = {
  /** Default: the current minor release. */
  kubernetes?: KubernetesMinor;
  /** Default: the newest release. */
  cilium?: CiliumMinor;
  /** At most 200. Default: 3. */
  nodes?: number;
  /** How Cilium's objects get into the cluster. Default: `kubectl create`. */
  install?: (objects: readonly KubeObject[], cluster: ControlPlane & { kubectl: Kubectl }) => Promise<void>;
};

/**
 * Starts a whole cluster and waits until every workload is ready. Rejects as `startControlPlane` does, and when
 * something is not ready in time; then nothing is left running.
 */
export async function startCluster(options: ClusterOptions = {}): Promise<Cluster> {
  const { kubernetes = '1.37', cilium = '1.20', nodes = 3 } = options;
  const install = options.install ?? ((objects, { kubectl: by }) => createObjects(by, objects));
  const controlPlane = await startControlPlane({ kubernetes });
  const config = new KubeConfig();
  config.loadFromString(controlPlane.kubeconfig);
  let agentHost: { stop(): Promise<void> } | null = null;
  const stop = async () => {
    await agentHost?.stop();
    await controlPlane.stop();
  };
  const kubeconfigPath = path.join(controlPlane.group.folder, 'kubeconfig');
  writeFileSync(kubeconfigPath, controlPlane.kubeconfig, { mode: 0o600 });
  const kubectl = kubectlFor(kubernetes, controlPlane.kubeconfig, controlPlane.group.folder);
  try {
    const { gitVersion } = await config.makeApiClient(VersionApi).getCode();
    await createObjects(kubectl, [...kwokResources, ...nodeObjects(nodes, gitVersion)]);
    await startKwok(controlPlane);
    // Before that, the scheduler would put everything on the first node that is ready; and pods bound to nodes that kwok
    // was still getting to know once stayed without a start for a minute.
    await nodesAreReady(config);
    await install(ciliumObjects(cilium), { ...controlPlane, kubectl });
    agentHost = await startAgentHost(controlPlane);
    await createObjects(kubectl, shopObjects);
    await giveLoadBalancers(config);
    await workloadsAreReady(config);
  } catch (error) {
    await stop();
    throw error;
  }
  return { ...controlPlane, kubeconfigPath, kubectl, stop };
}

import { createObjects } from '../objects/create-objects';
import type { KubernetesMinor } from '../programs/program-list';
import { startCluster } from '../start-cluster';
import { clientsOf } from './clients-of';
import { compactEtcd } from './compact-etcd';
import type { ServerUnderTest } from './server-under-test';
import { users } from './server-under-test';
import { userObjects } from './user-objects';

/** kube-apiserver of a minor release, with everything around it; rejects as `startCluster` does. */
export async function startRealServer(kubernetes: KubernetesMinor): Promise<ServerUnderTest> {
  const cluster = await startCluster({ kubernetes, nodes: 2 });
  const account = { namespace: 'kpr-explorer', name: 'kpr-explorer' };
  try {
    await createObjects(cluster.kubectl, userObjects);
    return {
      kind: 'kube-apiserver',
      minor: Number(kubernetes.split('.')[1]),
      ...clientsOf({
        admin: cluster.kubeconfig,
        reader: await cluster.kubeconfigForServiceAccount(account),
        viewer: cluster.kubeconfigFor(users.viewer),
        nobody: cluster.kubeconfigFor(users.nobody),
      }),
      readerToken: await cluster.tokenFor(account),
      forgetHistory: () => compactEtcd(cluster.etcdUrl),
      stop: () => cluster.stop(),
    };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

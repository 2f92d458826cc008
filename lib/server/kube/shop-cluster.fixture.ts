import { shopScenario } from '@/lib/server/collector/shop-scenario.fixture';
import { startScenario } from '@/lib/server/training/start-scenario';
import type { TrainingCluster } from '@/lib/server/training/training-cluster';
import type { KubeConnection } from './kube-connection';
import { openConnection } from './open-connection';

/** Starts the small cluster over TLS, with two nodes. */
export function startShop(): Promise<TrainingCluster> {
  const size = { nodes: 2, services: 3 };
  return startScenario(shopScenario, { host: '127.0.0.1', port: 0, tls: true, size, seed: 1 });
}

/** Connects as one of the cluster's users; `user` replaces what the kubeconfig has for them. */
export function connectAs(cluster: TrainingCluster, name: string, user?: object): KubeConnection {
  const kubeconfig = JSON.parse(cluster.kubeconfig);
  kubeconfig['current-context'] = name === 'admin' ? cluster.clusterName : `${cluster.clusterName}-${name}`;
  if (user) for (const entry of kubeconfig.users) entry.user = user;
  return openConnection({
    kind: 'training',
    kubeconfig: JSON.stringify(kubeconfig),
    scenario: cluster.scenario,
  });
}

/** The token of a user, as the kubeconfig now has it. */
export function tokenOf(cluster: TrainingCluster, name: string): string {
  const { users } = JSON.parse(cluster.kubeconfig) as { users: { name: string; user: { token: string } }[] };
  return users.find((user) => user.name === `${cluster.clusterName}-${name}`)?.user.token ?? '';
}

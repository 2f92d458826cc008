import type { KubeconfigCluster, KubeconfigUser } from './kubeconfig-schema';

/** One cluster and how to get in: a resolved context of a kubeconfig, or a pod's service account. Paths are absolute. */
export type ClusterAccess = {
  /** Null in-cluster. */
  context: string | null;
  clusterName: string;
  cluster: KubeconfigCluster;
  userName: string | null;
  user: KubeconfigUser;
  /** Namespace of the context; null where it names none. */
  namespace: string | null;
};

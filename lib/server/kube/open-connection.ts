import { inClusterAccess } from './in-cluster-access';
import type { Impersonation, KubeConnection } from './kube-connection';
import { createConnection } from './kube-connection';
import { resolveContext } from './load-kubeconfig';
import { readKubeconfigFiles, readKubeconfigText } from './merge-kubeconfig';

/** Where to find a cluster. `context` null = the current one. */
export type ConnectionOptions = Impersonation &
  (
    | { kind: 'kubeconfig'; paths: readonly string[]; context?: string | null }
    | { kind: 'in-cluster' }
    | { kind: 'training'; kubeconfig: string; scenario: string }
  );

/**
 * Makes the connection to a cluster; nothing is sent yet (see `checkConnection`).
 * Throws the errors of `kubeconfig-error.ts`, each one clear sentence.
 */
export function openConnection(options: ConnectionOptions): KubeConnection {
  const { as, asGroups } = options;
  switch (options.kind) {
    case 'kubeconfig': {
      const access = resolveContext(readKubeconfigFiles(options.paths), options.context ?? null);
      const title = access.context ?? access.clusterName;
      return createConnection(access, { kind: 'kubeconfig', title, scenario: null }, { as, asGroups });
    }
    case 'in-cluster': {
      const access = inClusterAccess(process.env);
      return createConnection(
        access,
        { kind: 'in-cluster', title: 'This cluster', scenario: null },
        { as, asGroups },
      );
    }
    case 'training': {
      const access = resolveContext(readKubeconfigText(options.kubeconfig), null);
      const title = `Training cluster: ${options.scenario}`;
      return createConnection(
        access,
        { kind: 'training', title, scenario: options.scenario },
        { as, asGroups },
      );
    }
  }
}

import { existsSync, readFileSync } from 'node:fs';
import { isIPv6 } from 'node:net';
import { join } from 'node:path';
import type { ClusterAccess } from './cluster-access';
import { NotInClusterError } from './kubeconfig-error';

const serviceAccountDirectory = '/var/run/secrets/kubernetes.io/serviceaccount';

/** True where this process runs in a pod with a service account token. */
export function isInCluster(
  environment: Record<string, string | undefined>,
  directory = serviceAccountDirectory,
): boolean {
  return Boolean(environment.KUBERNETES_SERVICE_HOST) && existsSync(join(directory, 'token'));
}

/** Gives the way in of a pod's service account. Throws `NotInClusterError` outside a pod. */
export function inClusterAccess(
  environment: Record<string, string | undefined>,
  directory = serviceAccountDirectory,
): ClusterAccess {
  const host = environment.KUBERNETES_SERVICE_HOST;
  if (!host || !isInCluster(environment, directory)) throw new NotInClusterError();
  const port = environment.KUBERNETES_SERVICE_PORT ?? '443';
  const namespaceFile = join(directory, 'namespace');
  return {
    context: null,
    clusterName: 'in-cluster',
    cluster: {
      server: `https://${isIPv6(host) ? `[${host}]` : host}:${port}`,
      'certificate-authority': join(directory, 'ca.crt'),
    },
    userName: 'service account',
    user: { tokenFile: join(directory, 'token') },
    namespace: existsSync(namespaceFile) ? readFileSync(namespaceFile, 'utf8').trim() : null,
  };
}

import type { RequestOptions } from 'node:https';
import type { ClusterAccess } from './cluster-access';
import type { Impersonation } from './kube-connection';

const base64 = (value: RequestOptions['cert'] | RequestOptions['key']): string | undefined =>
  typeof value === 'string' || Buffer.isBuffer(value) ? Buffer.from(value).toString('base64') : undefined;

/** The credential of the moment, as a kubeconfig has it: a token, a name and password, or a client certificate. */
function credential({ headers, auth, cert, key }: RequestOptions): object {
  const named = new Map(
    Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
  const token = /^Bearer (.+)$/.exec(named.get('authorization') ?? '')?.[1];
  const [username, ...password] = auth?.split(':') ?? [];
  return {
    'client-certificate-data': base64(cert),
    'client-key-data': base64(key),
    token,
    ...(token === undefined && username !== undefined && { username, password: password.join(':') }),
  };
}

/**
 * A kubeconfig of one cluster and one user for a program that we start, with the credential of the moment in it: no
 * command runs for it, and it ends when that credential does.
 */
export function resolvedKubeconfig(
  { cluster, user, namespace }: ClusterAccess,
  options: RequestOptions,
  { as, asGroups }: Impersonation,
): object {
  const groups = asGroups && asGroups.length > 0 ? [...asGroups] : (user['as-groups'] ?? undefined);
  const name = 'cluster';
  return {
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': name,
    clusters: [
      {
        name,
        cluster: {
          server: cluster.server,
          'certificate-authority': cluster['certificate-authority'] ?? undefined,
          'certificate-authority-data': cluster['certificate-authority-data'] ?? undefined,
          'insecure-skip-tls-verify': cluster['insecure-skip-tls-verify'] ?? undefined,
          'tls-server-name': cluster['tls-server-name'] ?? undefined,
          'proxy-url': cluster['proxy-url'] ?? undefined,
        },
      },
    ],
    users: [{ name, user: { ...credential(options), as: as ?? user.as ?? undefined, 'as-groups': groups } }],
    contexts: [{ name, context: { cluster: name, user: name, namespace: namespace ?? undefined } }],
  };
}

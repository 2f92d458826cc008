import type { TrainingUser } from './api-server/authentication';

/** A kubeconfig, as JSON (which is YAML too), with a context for each user; `admin` is the current one. */
export function trainingKubeconfig(options: {
  clusterName: string;
  url: string;
  tokens: Readonly<Record<TrainingUser, string>>;
}): string {
  const { clusterName, url, tokens } = options;
  const users = Object.entries(tokens);
  const contextName = (user: string) => (user === 'admin' ? clusterName : `${clusterName}-${user}`);
  return JSON.stringify(
    {
      apiVersion: 'v1',
      kind: 'Config',
      'current-context': contextName('admin'),
      // client-node refuses plain HTTP, which is all that loopback needs, unless told to skip TLS.
      clusters: [{ name: clusterName, cluster: { server: url, 'insecure-skip-tls-verify': true } }],
      users: users.map(([user, token]) => ({ name: `${clusterName}-${user}`, user: { token } })),
      contexts: users.map(([user]) => ({
        name: contextName(user),
        context: { cluster: clusterName, user: `${clusterName}-${user}`, namespace: 'default' },
      })),
    },
    null,
    2,
  );
}

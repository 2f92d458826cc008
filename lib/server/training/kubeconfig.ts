import type { TrainingUser } from './api-server/authentication';

/** A kubeconfig, as JSON (which is YAML too), with a context for each user; `admin` is the current one. */
export function trainingKubeconfig(options: {
  clusterName: string;
  url: string;
  /** The certificate to trust, as PEM; absent for plain HTTP. */
  certificate?: string;
  tokens: Readonly<Record<TrainingUser, string>>;
}): string {
  const { clusterName, url, certificate, tokens } = options;
  const cluster = certificate
    ? { server: url, 'certificate-authority-data': Buffer.from(certificate).toString('base64') }
    : // client-node refuses plain HTTP unless told to skip TLS.
      { server: url, 'insecure-skip-tls-verify': true };
  const users = Object.entries(tokens);
  const contextName = (user: string) => (user === 'admin' ? clusterName : `${clusterName}-${user}`);
  return JSON.stringify(
    {
      apiVersion: 'v1',
      kind: 'Config',
      'current-context': contextName('admin'),
      clusters: [{ name: clusterName, cluster }],
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

/** A kubeconfig for one user, as JSON (which is YAML too). Certificates and keys are PEM. */
export function userKubeconfig(options: {
  url: string;
  authority: string;
  userName: string;
  credential: { cert: string; key: string } | { token: string };
}): string {
  const { url, authority, userName, credential } = options;
  const base64 = (pem: string) => Buffer.from(pem).toString('base64');
  const user =
    'token' in credential
      ? credential
      : {
          'client-certificate-data': base64(credential.cert),
          'client-key-data': base64(credential.key),
        };
  const name = 'kpr-cluster';
  return JSON.stringify(
    {
      apiVersion: 'v1',
      kind: 'Config',
      'current-context': name,
      clusters: [{ name, cluster: { server: url, 'certificate-authority-data': base64(authority) } }],
      users: [{ name: userName, user }],
      contexts: [{ name, context: { cluster: name, user: userName, namespace: 'default' } }],
    },
    null,
    2,
  );
}

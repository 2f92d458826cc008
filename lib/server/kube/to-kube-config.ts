import { KubeConfig } from '@kubernetes/client-node';
import type { ClusterAccess } from './cluster-access';
import { CredentialPluginAuth } from './credential-plugin-auth';
import type { RenewingAuth } from './renewing-auth';
import { TokenFileAuth } from './token-file-auth';

/** Gives the authenticator for credentials that change while we run; null where client-node's own will do. */
export function renewingAuth({ user, cluster }: ClusterAccess): RenewingAuth | null {
  if (user.exec) return new CredentialPluginAuth(user.exec, cluster);
  if (user.tokenFile) return new TokenFileAuth(user.tokenFile);
  return null;
}

/** Gives client-node's view of one cluster, with our authenticator in the place of its own. */
export function toKubeConfig({ cluster, user }: ClusterAccess, auth: RenewingAuth | null): KubeConfig {
  const config = new KubeConfig();
  if (auth !== null) config.addAuthenticator(auth);
  const provider = auth === null ? (user['auth-provider'] ?? undefined) : { name: auth.provider };
  config.loadFromClusterAndUser(
    {
      name: 'cluster',
      server: cluster.server,
      caFile: cluster['certificate-authority'] ?? undefined,
      caData: cluster['certificate-authority-data'] ?? undefined,
      // Without TLS there is nothing to verify; client-node refuses plain http unless told so.
      skipTLSVerify: cluster['insecure-skip-tls-verify'] === true || cluster.server.startsWith('http:'),
      tlsServerName: cluster['tls-server-name'] ?? undefined,
      proxyUrl: cluster['proxy-url'] ?? undefined,
    },
    {
      name: 'user',
      certFile: user['client-certificate'] ?? undefined,
      certData: user['client-certificate-data'] ?? undefined,
      keyFile: user['client-key'] ?? undefined,
      keyData: user['client-key-data'] ?? undefined,
      token: auth === null ? (user.token ?? undefined) : undefined,
      username: user.username ?? undefined,
      password: user.password ?? undefined,
      authProvider: provider,
    },
  );
  return config;
}

import type { RequestOptions } from 'node:https';
import type { SourceView } from '@/lib/snapshot/source-view';
import type { ClusterAccess } from './cluster-access';
import { TlsError } from './connection-error';
import { KubeError } from './kube-error';
import { resolvedKubeconfig } from './resolved-kubeconfig';
import { renewingAuth, toKubeConfig } from './to-kube-config';

/** Which cluster a connection leads to, in the words the page shows. */
export type ConnectionIdentity = Pick<
  SourceView,
  'kind' | 'title' | 'cluster' | 'context' | 'scenario' | 'server' | 'user'
>;

/** The way to one API server: its address and, for each request, the credentials of the moment. Opens nothing by itself. */
export type KubeConnection = {
  readonly identity: ConnectionIdentity;
  /** Base address; may carry a path (Rancher). */
  readonly server: URL;
  /** Namespace of the context; null where it names none. */
  readonly contextNamespace: string | null;
  /** TLS options and headers for one request, also for a WebSocket. Throws a `KubeError` where there is no credential. */
  requestOptions(): Promise<RequestOptions>;
  /** Says that a credential was refused (401): the next request gets a new one, if there is a way to get one. */
  forgetCredentials(): void;
  /** A kubeconfig for a program that we start, with the credentials of the moment in it. Throws as `requestOptions`. */
  kubeconfig(): Promise<object>;
};

export type Impersonation = { as?: string; asGroups?: readonly string[] };

/** Makes the connection for a resolved cluster. `impersonation` is what `--as` and `--as-group` said. */
export function createConnection(
  access: ClusterAccess,
  identity: Pick<ConnectionIdentity, 'kind' | 'title' | 'scenario'>,
  impersonation: Impersonation = {},
): KubeConnection {
  const server = new URL(access.cluster.server);
  const auth = renewingAuth(access);
  const impersonationHeaders = toImpersonationHeaders(access, impersonation);
  let config = toKubeConfig(access, auth);
  let certificate: RequestOptions['cert'];

  async function applied(): Promise<RequestOptions> {
    const options: RequestOptions = {};
    try {
      await config.applyToHTTPSOptions(options);
    } catch (error) {
      throw error instanceof KubeError ? error : toCredentialsError(server, error);
    }
    return options;
  }

  return {
    identity: {
      ...identity,
      cluster: access.clusterName,
      context: access.context,
      server: server.href.replace(/\/$/, ''),
      user: impersonation.as ?? access.user.as ?? access.userName,
    },
    server,
    contextNamespace: access.namespace,
    async requestOptions() {
      let options = await applied();
      if (auth !== null && String(options.cert) !== String(certificate)) {
        // client-node keeps one https.Agent, and an agent's certificate wins over the request's.
        certificate = options.cert;
        config = toKubeConfig(access, auth);
        options = await applied();
      }
      return { ...options, headers: { ...options.headers, ...impersonationHeaders } };
    },
    forgetCredentials: () => auth?.forget(),
    kubeconfig: async () => resolvedKubeconfig(access, await applied(), impersonation),
  };
}

function toImpersonationHeaders({ user }: ClusterAccess, { as, asGroups }: Impersonation) {
  const name = as ?? user.as;
  const groups = asGroups && asGroups.length > 0 ? [...asGroups] : (user['as-groups'] ?? []);
  return {
    ...(name && { 'Impersonate-User': name }),
    ...(groups.length > 0 && { 'Impersonate-Group': groups }),
  };
}

function toCredentialsError(server: URL, error: unknown): KubeError {
  const reason = error instanceof Error ? error.message : String(error);
  return new TlsError(server.origin, `the credentials of the context cannot be used (${reason})`, error);
}

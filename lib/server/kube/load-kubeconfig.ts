import type { z } from 'zod';
import type { ClusterAccess } from './cluster-access';
import {
  DanglingContextError,
  KubeconfigUnreadableError,
  NoContextError,
  UnknownContextError,
} from './kubeconfig-error';
import { clusterSchema, contextSchema, userSchema } from './kubeconfig-schema';
import type { KubeconfigUser } from './kubeconfig-schema';
import type { MergedKubeconfig } from './merge-kubeconfig';
import { absolutePath, firstIssue } from './merge-kubeconfig';

/**
 * Resolves a context (null = the current one) to a cluster and its credentials.
 * Throws `NoContextError`, `UnknownContextError`, `DanglingContextError`, `KubeconfigUnreadableError`.
 */
export function resolveContext(config: MergedKubeconfig, wanted: string | null): ClusterAccess {
  const known = [...config.contexts.keys()];
  const name = wanted ?? config.currentContext;
  if (name === null) throw new NoContextError(known);
  const contextEntry = config.contexts.get(name);
  if (contextEntry === undefined) throw new UnknownContextError(name, known);

  const check = <T>(schema: z.ZodType<T>, value: unknown, what: string): T => {
    const result = schema.safeParse(value ?? {});
    if (result.success) return result.data;
    throw new KubeconfigUnreadableError(config.origin, `${what}: ${firstIssue(result.error)}`, result.error);
  };
  const context = check(contextSchema, contextEntry.value, `context ${name}`);

  const clusterEntry = config.clusters.get(context.cluster);
  if (clusterEntry === undefined) throw new DanglingContextError(name, 'cluster', context.cluster);
  const cluster = check(clusterSchema, clusterEntry.value, `cluster ${context.cluster}`);
  if (!URL.canParse(cluster.server)) {
    const reason = `cluster ${context.cluster}: server ${JSON.stringify(cluster.server)} is not a URL`;
    throw new KubeconfigUnreadableError(config.origin, reason);
  }

  let user: KubeconfigUser = {};
  let userDirectory: string | null = null;
  if (context.user) {
    const userEntry = config.users.get(context.user);
    if (userEntry === undefined) throw new DanglingContextError(name, 'user', context.user);
    user = check(userSchema, userEntry.value, `user ${context.user}`);
    userDirectory = userEntry.directory;
  }
  return {
    context: name,
    clusterName: context.cluster,
    cluster: {
      ...cluster,
      'certificate-authority': absolutePath(cluster['certificate-authority'], clusterEntry.directory),
    },
    userName: context.user ?? null,
    user: withAbsolutePaths(user, userDirectory),
    namespace: context.namespace ?? null,
  };
}

function withAbsolutePaths(user: KubeconfigUser, directory: string | null): KubeconfigUser {
  return {
    ...user,
    tokenFile: absolutePath(user.tokenFile, directory),
    'client-certificate': absolutePath(user['client-certificate'], directory),
    'client-key': absolutePath(user['client-key'], directory),
    exec: user.exec && {
      ...user.exec,
      // A bare name is looked up on the PATH; `./login` starts at the file's folder, as kubectl has it.
      command: user.exec.command.includes('/')
        ? (absolutePath(user.exec.command, directory) ?? user.exec.command)
        : user.exec.command,
    },
  };
}

import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { getJson } from '@/lib/server/kube/api-request';
import type { KubeConnection } from '@/lib/server/kube/kube-connection';

type Environment = Record<string, string | undefined>;

const namespaceSchema = z.object({ metadata: z.object({ uid: z.string().regex(/^[\w-]{1,64}$/) }) });

/** What tells this cluster from others: the uid of its namespace kube-system; a hash of its address where that may not be read. */
async function clusterName(connection: KubeConnection): Promise<string> {
  const request = { path: '/api/v1/namespaces/kube-system', what: 'read the namespace kube-system' };
  const answer = await getJson(connection, { ...request, idleTimeoutMs: 10_000 }).catch(() => null);
  const parsed = namespaceSchema.safeParse(answer);
  if (parsed.success) return parsed.data.metadata.uid;
  return createHash('sha256').update(connection.server.href).digest('hex').slice(0, 32);
}

/** The directory that outlives the process: `--data-dir`, else one of this user's state (XDG Base Directory). */
export function dataRoot(option: string | undefined, environment: Environment): string {
  if (option !== undefined) return path.resolve(option);
  const { XDG_STATE_HOME: state } = environment;
  const base =
    state !== undefined && path.isAbsolute(state) ? state : path.join(homedir(), '.local', 'state');
  return path.join(base, 'kpr-explorer');
}

export type DataDirectory = { directory: string; remove: () => Promise<void> };

/**
 * The directory for what belongs to one cluster. A training cluster ends with this process, and so does its directory,
 * unless one was named.
 */
export async function openDataDirectory(
  connection: KubeConnection,
  option: string | undefined,
  environment: Environment,
): Promise<DataDirectory> {
  const keep = async () => {};
  if (connection.identity.kind !== 'training') {
    const directory = path.join(dataRoot(option, environment), await clusterName(connection));
    return { directory, remove: keep };
  }
  if (option !== undefined) {
    // Each training cluster is a new one, whatever its uids say.
    const { host } = connection.server;
    return {
      directory: path.join(dataRoot(option, environment), `training-${host.replace(/\W/g, '-')}`),
      remove: keep,
    };
  }
  const directory = await mkdtemp(path.join(tmpdir(), 'kpr-explorer-'));
  return { directory, remove: () => rm(directory, { recursive: true, force: true }) };
}

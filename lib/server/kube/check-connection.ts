import { z } from 'zod';
import { getJson } from './api-request';
import { UnauthenticatedError } from './api-status-error';
import type { KubeConnection } from './kube-connection';

const versionSchema = z.looseObject({ gitVersion: z.string() });

/**
 * Asks the API server for its version (`/version`) and for what only a user it knows may read (`/api`).
 * Gives `v1.29.3`, or null where the answer has none. Throws a `KubeError` that says in one sentence why there is no way in.
 */
export async function checkConnection(
  connection: KubeConnection,
  { timeoutMs = 10_000, signal }: { timeoutMs?: number; signal?: AbortSignal } = {},
): Promise<string | null> {
  const limits = { idleTimeoutMs: timeoutMs, signal };
  const answer = await getJson(connection, { path: '/version', what: 'read the version', ...limits });
  // Some servers tell their version to anyone, also with a credential that is worth nothing.
  await getJson(connection, { path: '/api', what: 'read the API versions', ...limits }).catch((error) => {
    if (error instanceof UnauthenticatedError) throw error;
  });
  const version = versionSchema.safeParse(answer);
  return version.success ? version.data.gitVersion : null;
}

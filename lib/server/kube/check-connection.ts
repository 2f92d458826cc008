import { z } from 'zod';
import { getJson } from './api-request';
import type { KubeConnection } from './kube-connection';

const versionSchema = z.looseObject({ gitVersion: z.string() });

/**
 * Asks the API server for its version (`/version`), which every authenticated user may.
 * Gives `v1.29.3`, or null where the answer has none. Throws a `KubeError` that says in one sentence why there is no way in.
 */
export async function checkConnection(
  connection: KubeConnection,
  { timeoutMs = 10_000, signal }: { timeoutMs?: number; signal?: AbortSignal } = {},
): Promise<string | null> {
  const answer = await getJson(connection, {
    path: '/version',
    what: 'read the version',
    idleTimeoutMs: timeoutMs,
    signal,
  });
  const version = versionSchema.safeParse(answer);
  return version.success ? version.data.gitVersion : null;
}

import { z } from 'zod';
import { getText } from '@/lib/server/kube/api-request';
import type { KubeConnection } from '@/lib/server/kube/kube-connection';
import { isStatus, podPath, podsPath, readObject } from '@/lib/server/kube/object-writer';
import { persist } from './persist';

const statuses = z
  .array(
    z.object({
      name: z.string(),
      ready: z.boolean().nullish(),
      restartCount: z.number().nullish(),
      state: z
        .object({
          waiting: z.object({ reason: z.string().nullish() }).nullish(),
          terminated: z.object({ exitCode: z.number().nullish(), reason: z.string().nullish() }).nullish(),
        })
        .nullish(),
    }),
  )
  .nullish();

const podSchema = z.object({
  metadata: z.object({ uid: z.string(), deletionTimestamp: z.string().nullish() }),
  status: z.object({ containerStatuses: statuses, initContainerStatuses: statuses }).nullish(),
});

const podListSchema = z.object({
  items: z.array(
    podSchema.extend({
      metadata: z.object({ name: z.string(), uid: z.string(), deletionTimestamp: z.string().nullish() }),
    }),
  ),
});

/** A container of a pod that ends again and again, and how that shows. */
export type CrashingContainer = { container: string; reason: string };

export type PodNow = { uid: string; terminating: boolean; crashing: CrashingContainer | null };

/** Reads one pod; null where it is gone. Throws a `KubeError`. */
export async function readPod(
  connection: KubeConnection,
  { namespace, pod }: { namespace: string; pod: string },
  signal: AbortSignal,
): Promise<PodNow | null> {
  try {
    const path = podPath(namespace, pod);
    return podNow(await persist(() => readObject(connection, path, podSchema, signal), { signal }));
  } catch (error) {
    if (isStatus(error, 404)) return null;
    throw error;
  }
}

/** The pods that a selector of labels finds. Throws a `KubeError`. */
export async function podsOf(
  connection: KubeConnection,
  { namespace, selector }: { namespace: string; selector: string },
  signal: AbortSignal,
): Promise<(PodNow & { name: string })[]> {
  const path = podsPath(namespace, selector);
  const { items } = await persist(() => readObject(connection, path, podListSchema, signal), { signal });
  return items.map((pod) => ({ name: pod.metadata.name, ...podNow(pod) }));
}

function podNow({ metadata, status }: z.infer<typeof podSchema>): PodNow {
  const all = [...(status?.initContainerStatuses ?? []), ...(status?.containerStatuses ?? [])];
  return { uid: metadata.uid, terminating: Boolean(metadata.deletionTimestamp), crashing: crashingOf(all) };
}

/** The first container that waits to be started again after it failed, or was started again and is not ready. */
function crashingOf(all: NonNullable<z.infer<typeof statuses>>): CrashingContainer | null {
  for (const { name, ready, restartCount, state } of all) {
    const reason = state?.waiting?.reason ?? state?.terminated?.reason ?? '';
    const failed = state?.terminated && (state.terminated.exitCode ?? 0) !== 0;
    if (reason === 'CrashLoopBackOff' || failed) return { container: name, reason: reason || 'Error' };
    const isEnded = state?.terminated?.exitCode === 0;
    if ((restartCount ?? 0) > 0 && ready !== true && !isEnded) {
      return { container: name, reason: `restarted ${restartCount} times, and not ready` };
    }
  }
  return null;
}

const logMaxBytes = 64 << 10;

/**
 * The end of the log of the run of a container that failed: of the one before, or of the present one where that is the
 * first. Empty where neither can be read.
 */
export async function readFailedLog(
  connection: KubeConnection,
  { namespace, pod, container }: { namespace: string; pod: string; container: string },
  signal: AbortSignal,
): Promise<string> {
  const query = `container=${encodeURIComponent(container)}&tailLines=200&limitBytes=${logMaxBytes}`;
  for (const previous of ['&previous=true', '']) {
    const text = await getText(connection, {
      path: `${podPath(namespace, pod).path}/log?${query}${previous}`,
      what: `read the log of ${pod}`,
      idleTimeoutMs: 10_000,
      maxBytes: logMaxBytes * 2,
      signal,
    }).catch(() => '');
    if (text.trim() !== '') return text;
  }
  return '';
}

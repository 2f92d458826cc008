import { z } from 'zod';
import { getJson } from '@/lib/server/kube/api-request';
import type { KubeConnection } from '@/lib/server/kube/kube-connection';
import { KubeError } from '@/lib/server/kube/kube-error';

const schema = z.looseObject({
  metadata: z.looseObject({ remainingItemCount: z.number().nullish() }),
  items: z.array(z.unknown()).nullish(),
});

/**
 * Counts CiliumEndpoints, one for each pod that Cilium manages, without listing them: the API server says how many
 * remain after a page of one. Null where they may not be listed or do not exist.
 */
export async function countManagedPods(
  connection: KubeConnection,
  signal: AbortSignal,
): Promise<number | null> {
  try {
    const answer = await getJson(connection, {
      path: '/apis/cilium.io/v2/ciliumendpoints?limit=1',
      what: 'count CiliumEndpoints',
      signal,
    });
    const list = schema.safeParse(answer);
    if (!list.success) return null;
    return (list.data.items?.length ?? 0) + (list.data.metadata.remainingItemCount ?? 0);
  } catch (error) {
    if (error instanceof KubeError) return null;
    throw error;
  }
}

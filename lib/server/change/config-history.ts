import { z } from 'zod';
import { getJson, getText } from '@/lib/server/kube/api-request';
import type { KubeConnection } from '@/lib/server/kube/kube-connection';
import type { ConfigMapNow } from './config-writer';

const maxBytes = 16 << 20;
const watchSeconds = 1;

const eventSchema = z.object({
  type: z.string(),
  object: z.looseObject({
    metadata: z.looseObject({ resourceVersion: z.string() }).nullish(),
    data: z.record(z.string(), z.string()).nullish(),
  }),
});

const listSchema = z.object({
  metadata: z.object({ resourceVersion: z.string() }),
  items: z.array(z.object({ data: z.record(z.string(), z.string()).nullish() })),
});

type Place = { namespace: string; name: string };

const pathOf = ({ namespace, name }: Place, query: Record<string, string>): string =>
  `/api/v1/namespaces/${encodeURIComponent(namespace)}/configmaps?${new URLSearchParams({ fieldSelector: `metadata.name=${name}`, ...query })}`;

/**
 * What a ConfigMap says, with the version of the whole cluster now: a watch can begin there, which from the object's own
 * version, of long ago maybe, is refused. Throws a `KubeError`.
 */
export async function configFromList(
  connection: KubeConnection,
  place: Place,
  signal: AbortSignal,
): Promise<ConfigMapNow> {
  const what = `list the ConfigMap ${place.namespace}/${place.name}`;
  const answer = await getJson(connection, { path: pathOf(place, {}), what, maxBytes, signal });
  const { metadata, items } = listSchema.parse(answer);
  return { resourceVersion: metadata.resourceVersion, data: items[0]?.data ?? {} };
}

/** One line of a watch; null for the last, where it was cut. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/**
 * What a ConfigMap said since a version of the cluster, oldest first, as a watch from there tells; takes a second. Empty where
 * that cannot be asked, or is forgotten already.
 */
export async function configVersionsSince(
  connection: KubeConnection,
  place: Place,
  resourceVersion: string,
  signal: AbortSignal,
): Promise<ConfigMapNow[]> {
  const query = { watch: 'true', resourceVersion, timeoutSeconds: String(watchSeconds) };
  const path = pathOf(place, query);
  const what = `watch the ConfigMap ${place.namespace}/${place.name}`;
  const text = await getText(connection, { path, what, maxBytes, idleTimeoutMs: 15_000, signal }).catch(
    () => '',
  );
  return text.split('\n').flatMap((line) => {
    const event = eventSchema.safeParse(parsed(line));
    if (!event.success || event.data.type !== 'MODIFIED') return [];
    const { metadata, data } = event.data.object;
    return [{ resourceVersion: metadata?.resourceVersion ?? '', data: data ?? {} }];
  });
}

import { z } from 'zod';
import { getJson } from '@/lib/server/kube/api-request';
import type { KubeConnection } from '@/lib/server/kube/kube-connection';
import { KubeError } from '@/lib/server/kube/kube-error';

/** The label of a ConfigMap whose values are lessons. */
export const lessonLabel = 'kpr-explorer.io/lesson=true';

const maxBytes = 8 << 20;
const pageLimit = 50;
const mostPages = 10;

const listSchema = z.looseObject({
  metadata: z.looseObject({ continue: z.string().nullish() }).nullish(),
  items: z
    .array(
      z.looseObject({
        metadata: z.looseObject({ name: z.string(), namespace: z.string().nullish() }),
        data: z.record(z.string(), z.string()).nullish(),
      }),
    )
    .nullish(),
});
type ConfigMapItem = NonNullable<z.infer<typeof listSchema>['items']>[number];

/**
 * Gives the ConfigMaps of a namespace with the label of lessons, page by page. Throws as `getJson`, and where there are
 * more than are read. The API does not count what is left of a list by label, so the pages are asked for.
 */
export async function* lessonConfigMaps(
  connection: KubeConnection,
  namespace: string,
): AsyncGenerator<ConfigMapItem[]> {
  let continueToken = '';
  for (let page = 0; page < mostPages; page += 1) {
    const query = new URLSearchParams({ labelSelector: lessonLabel, limit: String(pageLimit) });
    if (continueToken !== '') query.set('continue', continueToken);
    const path = `/api/v1/namespaces/${encodeURIComponent(namespace)}/configmaps?${query}`;
    const answer = await getJson(connection, { path, what: 'list configmaps', maxBytes });
    const { items, metadata } = listSchema.parse(answer);
    yield items ?? [];
    continueToken = metadata?.continue ?? '';
    if (continueToken === '') return;
  }
  throw new KubeError('too-large', {
    title: 'Too many ConfigMaps',
    detail: `The namespace ${namespace} has more than ${pageLimit * mostPages} ConfigMaps with the label ${lessonLabel}: the rest is not read.`,
    hint: 'Take the label off those that hold no lesson.',
  });
}

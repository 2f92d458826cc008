import { z } from 'zod';
import { getJson } from '@/lib/server/kube/api-request';
import type { KubeConnection } from '@/lib/server/kube/kube-connection';
import { toProblem } from '@/lib/server/kube/kube-error';
import type { LessonText, LessonTexts } from '@/lib/snapshot/lesson-list-view';

/** The label of a ConfigMap whose values are lessons. */
export const lessonLabel = 'kpr-explorer.io/lesson=true';

const mostLessons = 40;
const mostCharacters = 64 * 1024;
const maxBytes = 8 << 20;
const pageLimit = 50;

const listSchema = z.looseObject({
  items: z
    .array(
      z.looseObject({
        metadata: z.looseObject({ name: z.string(), namespace: z.string().nullish() }),
        data: z.record(z.string(), z.string()).nullish(),
      }),
    )
    .nullish(),
});

/** Reads the lessons that ConfigMaps of these namespaces hold, in the order of their names. What cannot be read is told. */
export async function listLessons(
  connection: KubeConnection,
  namespaces: readonly string[],
): Promise<LessonTexts> {
  const found: LessonText[] = [];
  let problem: LessonTexts['problem'] = null;
  for (const namespace of [...new Set(namespaces)].sort()) {
    try {
      const selector = new URLSearchParams({ labelSelector: lessonLabel, limit: String(pageLimit) });
      const path = `/api/v1/namespaces/${encodeURIComponent(namespace)}/configmaps?${selector}`;
      const answer = await getJson(connection, { path, what: 'list configmaps', maxBytes });
      const { items } = listSchema.parse(answer);
      for (const { metadata, data } of items ?? []) {
        for (const [key, text] of Object.entries(data ?? {})) {
          if (text.length <= mostCharacters) found.push({ namespace, configMap: metadata.name, key, text });
        }
      }
    } catch (error) {
      problem ??= toProblem(error);
    }
  }
  found.sort((a, b) => `${a.configMap} ${a.key}`.localeCompare(`${b.configMap} ${b.key}`));
  return { items: found.slice(0, mostLessons), left: Math.max(found.length - mostLessons, 0), problem };
}

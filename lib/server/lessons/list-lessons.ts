import type { KubeConnection } from '@/lib/server/kube/kube-connection';
import { toProblem } from '@/lib/server/kube/kube-error';
import type { LessonPlace, LessonText, LessonTexts } from '@/lib/snapshot/lesson-list-view';
import { lessonConfigMaps } from './lesson-config-maps';

const mostLessons = 40;
const mostBytes = 64 * 1024;

/** Reads the lessons that ConfigMaps of these namespaces hold, in the order of their names. What cannot be read is told. */
export async function listLessons(
  connection: KubeConnection,
  namespaces: readonly string[],
): Promise<LessonTexts> {
  const items: LessonText[] = [];
  const tooLarge: LessonPlace[] = [];
  let left = 0;
  let problem: LessonTexts['problem'] = null;
  for (const namespace of [...new Set(namespaces)].sort()) {
    try {
      for await (const page of lessonConfigMaps(connection, namespace)) {
        for (const { metadata, data } of page) {
          for (const [key, text] of Object.entries(data ?? {})) {
            const place = { namespace, configMap: metadata.name, key };
            if (Buffer.byteLength(text) > mostBytes) tooLarge.push(place);
            else items.push({ ...place, text });
          }
        }
        // No more than one page is held beside what is shown.
        left += keepFirst(items) + keepFirst(tooLarge);
      }
    } catch (error) {
      problem ??= toProblem(error);
    }
  }
  return { items, tooLarge, left, problem };
}

/** Keeps the first in the order of their names, and gives how many went. */
function keepFirst(places: LessonPlace[]): number {
  places.sort((a, b) => `${a.configMap} ${a.key}`.localeCompare(`${b.configMap} ${b.key}`));
  return places.splice(mostLessons).length;
}

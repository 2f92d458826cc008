import type { FrontendView } from '@/lib/snapshot/frontend-view';
import type { ExportHead } from './export-head';

/**
 * Frontends as one JSON document: what the export is, then `frontends` in the order given, each as
 * `GET /api/v1/frontends` gives it, one on a line. Comes a frontend at a time, so that a page can draw in between.
 */
export function* frontendsJson(
  head: ExportHead,
  frontends: Iterable<FrontendView>,
  total: number,
): Generator<string, void> {
  const about = { format: 'kpr-explorer/frontends', formatVersion: 1, ...head, total };
  yield `${JSON.stringify(about, null, 2).slice(0, -2)},\n  "frontends": [`;
  let separator = '\n    ';
  for (const frontend of frontends) {
    yield separator + JSON.stringify(frontend);
    separator = ',\n    ';
  }
  yield '\n  ]\n}\n';
}

import type { FrontendView } from '@/lib/snapshot/frontend-view';

/** The rows of one type, and one of them to look at. */
export type TypeRows = { rows: number; example: FrontendView };

/** True where a row tells more as an example: it has backends, and a Service that can be named. */
function tellsMore(one: FrontendView, than: FrontendView): boolean {
  const worth = ({ service, backends }: FrontendView) =>
    (service === null ? 0 : 2) + (backends.length > 0 ? 1 : 0);
  return worth(one) > worth(than);
}

/** Counts rows by the type agents print; the example is the first of those that tell most. */
export function rowsByType(frontends: readonly FrontendView[]): ReadonlyMap<string, TypeRows> {
  const found = new Map<string, TypeRows>();
  for (const frontend of frontends) {
    if (frontend.type === null) continue;
    const before = found.get(frontend.type);
    if (before === undefined) found.set(frontend.type, { rows: 1, example: frontend });
    else {
      before.rows += 1;
      if (tellsMore(frontend, before.example)) before.example = frontend;
    }
  }
  return found;
}

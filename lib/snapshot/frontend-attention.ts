import type { AttentionItem, AttentionSeverity } from './attention';
import type { FrontendProblem, FrontendView } from './frontend-view';

const severityOf: Record<FrontendProblem['severity'], AttentionSeverity> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'info',
};

/** Gives the problems of frontends as things to look at; a Service's rows of one trouble stand as one. */
export function frontendAttention(frontends: readonly FrontendView[]): AttentionItem[] {
  const byMatter = new Map<string, AttentionItem & { rows: number }>();
  for (const { key, service, problems } of frontends) {
    for (const problem of problems) {
      const { kind, severity, text, sinceTimestamp } = problem;
      const name = service === null ? key : `${service.namespace}/${service.name}`;
      const id = `frontend ${kind} ${name} ${text}`;
      const known = byMatter.get(id);
      if (known !== undefined) {
        known.rows += 1;
        known.sinceTimestamp = earlier(known.sinceTimestamp, sinceTimestamp);
        continue;
      }
      const rank = severityOf[severity];
      const target = { frontendKey: key };
      byMatter.set(id, {
        id,
        severity: rank,
        kind: 'frontend',
        title: name,
        text,
        target,
        sinceTimestamp,
        rows: 1,
      });
    }
  }
  return [...byMatter.values()].map(({ rows, ...item }) =>
    rows === 1 ? item : { ...item, text: `${item.text} (${rows} rows)` },
  );
}

function earlier(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

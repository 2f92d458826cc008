import type { AttentionItem, AttentionSeverity } from './attention';
import type { FrontendProblem, FrontendView } from './frontend-view';

const severityOf: Record<FrontendProblem['kind'], AttentionSeverity> = {
  'no-backends': 'error',
  'no-active-backend': 'error',
  'leftover-backend': 'error',
  'missing-on-nodes': 'error',
  'nodes-disagree': 'warning',
  'quarantined-backend': 'warning',
};

/** Gives the problems of frontends as things to look at; a Service's rows of one trouble stand as one. */
export function frontendAttention(frontends: readonly FrontendView[]): AttentionItem[] {
  const byMatter = new Map<string, AttentionItem & { rows: number }>();
  for (const { key, service, problems } of frontends) {
    for (const problem of problems) {
      if (isTold(problem, problems)) continue;
      const { kind, text, sinceTimestamp } = problem;
      const name = service === null ? key : `${service.namespace}/${service.name}`;
      const id = `frontend ${kind} ${name} ${text}`;
      const known = byMatter.get(id);
      if (known !== undefined) {
        known.rows += 1;
        known.sinceTimestamp = earlier(known.sinceTimestamp, sinceTimestamp);
        continue;
      }
      const severity = severityOf[kind];
      const target = { frontendKey: key };
      byMatter.set(id, {
        id,
        severity,
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

/** A leftover backend makes its nodes differ from the others: one cause, told once. */
function isTold({ kind, nodes }: FrontendProblem, problems: readonly FrontendProblem[]): boolean {
  if (kind !== 'nodes-disagree') return false;
  const leftover = new Set(
    problems.filter((one) => one.kind === 'leftover-backend').flatMap((one) => one.nodes),
  );
  return nodes.every((node) => leftover.has(node));
}

function earlier(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

import type { FrontendKey } from '@/lib/cilium/frontend';
import type { DivergenceView } from '@/lib/snapshot/agreement-view';

/** A Service's frontends with one divergence: one thing to read, and to mend. */
export type ProblemGroup = DivergenceView & { id: string; keys: FrontendKey[] };

/** Puts together what differs in the same words; in the order given, with the earliest time. */
export function problemGroups(problems: readonly DivergenceView[]): ProblemGroup[] {
  const groups = new Map<string, ProblemGroup>();
  for (const problem of problems) {
    const { key, service, kind, difference, since } = problem;
    const owner = service === null ? (key ?? '') : `${service.namespace}/${service.name}`;
    const id = `${kind} ${owner} ${difference}`;
    const known = groups.get(id);
    if (known === undefined) {
      groups.set(id, { ...problem, id, keys: key === null ? [] : [key] });
      continue;
    }
    if (key !== null) known.keys.push(key);
    if (since < known.since) known.since = since;
  }
  return [...groups.values()];
}

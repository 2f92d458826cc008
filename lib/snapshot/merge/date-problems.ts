import type { FrontendProblem } from '../frontend-view';

/** Since when each problem has been seen, by kind; milliseconds since 1970. */
export type FirstSeen = ReadonlyMap<FrontendProblem['kind'], number>;

/** Says since when each problem has been seen: what went away and came again begins anew. */
export function dateProblems(
  problems: readonly Omit<FrontendProblem, 'sinceTimestamp'>[],
  before: FirstSeen,
  nowMs: number,
): { problems: FrontendProblem[]; firstSeen: FirstSeen } {
  const firstSeen = new Map(problems.map(({ kind }) => [kind, before.get(kind) ?? nowMs]));
  return {
    problems: problems.map((problem) => ({
      ...problem,
      sinceTimestamp: new Date(firstSeen.get(problem.kind) ?? nowMs).toISOString(),
    })),
    firstSeen,
  };
}

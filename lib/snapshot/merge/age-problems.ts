import type { FrontendProblem } from '../frontend-view';
import type { ProblemCandidate } from './problem-candidate';

/** Since when each candidate has been seen, by kind, subject and node; milliseconds since 1970. */
export type FirstSeen = ReadonlyMap<string, number>;

export type AgedProblems = {
  problems: FrontendProblem[];
  firstSeen: Map<string, number>;
  /** When the next candidate becomes a problem if it stays; null where none waits. */
  dueMs: number | null;
};

/**
 * Turns what is seen now into problems: a candidate counts, node by node, once it has lasted its kind's grace.
 * Sweeps ask nodes one after another, so a change is for a moment on some nodes only: that is no disagreement.
 */
export function ageProblems(
  candidates: readonly ProblemCandidate[],
  before: FirstSeen,
  nowMs: number,
  graceMs: Record<FrontendProblem['kind'], number>,
): AgedProblems {
  const firstSeen = new Map<string, number>();
  const problems: FrontendProblem[] = [];
  let dueMs: number | null = null;
  for (const { kind, subject, nodes, text } of candidates) {
    const lasting: string[] = [];
    let sinceMs = nowMs;
    for (const node of nodes) {
      const id = `${kind} ${subject} ${node}`;
      const seenMs = before.get(id) ?? nowMs;
      firstSeen.set(id, seenMs);
      if (nowMs - seenMs >= graceMs[kind]) {
        lasting.push(node);
        sinceMs = Math.min(sinceMs, seenMs);
      } else {
        dueMs = Math.min(dueMs ?? Infinity, seenMs + graceMs[kind]);
      }
    }
    if (lasting.length > 0) {
      problems.push({
        kind,
        text: text(lasting),
        nodes: lasting,
        sinceTimestamp: new Date(sinceMs).toISOString(),
      });
    }
  }
  return { problems, firstSeen, dueMs };
}

import { formatL3n4Addr } from '@/lib/cilium/l3n4-addr';
import type { DesignReason } from '@/lib/cilium/agreement/reason-to-differ';
import type { Patience, PatienceReason } from '@/lib/cilium/agreement/judge-divergence';
import { judgeDivergence } from '@/lib/cilium/agreement/judge-divergence';
import type { DifferenceKind, RowDifference } from '@/lib/cilium/agreement/row-difference';
import type { Doubt } from '@/lib/cilium/expected-frontends/doubt';
import type { Finding } from '@/lib/snapshot/agreement/compare-frontend';
import { subjectOf } from '@/lib/snapshot/agreement/compare-frontend';
import type { FrontendProblem } from '@/lib/snapshot/frontend-view';

/** A difference that some nodes have. */
export type Divergence = Omit<FrontendProblem, 'kind' | 'sinceTimestamp'> & {
  kind: DifferenceKind;
  sinceTimestamp: string;
};

/** A divergence that is no problem yet. */
export type WaitingDivergence = Divergence & { reason: PatienceReason };

/** What is known of one frontend beyond that all is as it must be. */
export type AgreementEntry = {
  problems: Divergence[];
  waiting: WaitingDivergence[];
  byDesign: { reason: DesignReason; nodes: string[] } | null;
  doubt: Doubt | null;
  /** Since when each difference has been seen, by kind, subject and node; milliseconds since 1970. */
  firstSeen: ReadonlyMap<string, number>;
  /** When to look again; null where nothing waits. */
  dueMs: number | null;
};

/** When an agent gave the answer that is judged, and when it started. */
export type AgentTimes = { answeredMs: number; startedMs: number | null };

/** What is judged besides the findings. `expectationMs`: when what must be there changed last; null: not just now. */
export type AgeingContext = {
  before: ReadonlyMap<string, number>;
  expectationMs: number | null;
  timesOf: (node: string) => AgentTimes;
  text: (difference: RowDifference, nodes: readonly string[]) => string;
  patience: Patience;
};

/** Not sooner than this is looked again: it is the next answer that counts. */
const recheckMs = 500;

/** Tells findings that lasted from those that may be a change on its way, node by node. */
export function ageFindings(
  findings: readonly Finding[],
  { before, expectationMs, timesOf, text, patience }: AgeingContext,
  nowMs: number,
): Pick<AgreementEntry, 'problems' | 'waiting' | 'dueMs'> & { firstSeen: Map<string, number> } {
  const firstSeen = new Map<string, number>();
  const problems: Divergence[] = [];
  const waiting: WaitingDivergence[] = [];
  let dueMs: number | null = null;
  for (const { difference, severity, nodes } of findings) {
    const groups = new Map<PatienceReason | null, { nodes: string[]; sinceMs: number }>();
    const isTerminating = difference.kind === 'leftover-backend' && difference.state === 'terminating';
    for (const node of nodes) {
      const id = `${difference.kind} ${subjectOf(difference)} ${node}`;
      const { answeredMs, startedMs } = timesOf(node);
      const firstSeenMs = before.get(id) ?? Math.min(nowMs, Math.max(answeredMs, expectationMs ?? 0));
      firstSeen.set(id, firstSeenMs);
      const times = { firstSeenMs, answeredMs, agentStartedMs: startedMs };
      const verdict = judgeDivergence(times, isTerminating, patience);
      const reason = verdict.isProblem ? null : verdict.reason;
      if (!verdict.isProblem) {
        dueMs = Math.min(dueMs ?? Infinity, Math.max(verdict.dueMs, nowMs + recheckMs));
      }
      const group = groups.get(reason);
      if (group === undefined) groups.set(reason, { nodes: [node], sinceMs: firstSeenMs });
      else {
        group.nodes.push(node);
        group.sinceMs = Math.min(group.sinceMs, firstSeenMs);
      }
    }
    for (const [reason, { nodes: lasting, sinceMs }] of groups) {
      const divergence = {
        kind: difference.kind,
        severity,
        text: text(difference, lasting),
        nodes: lasting,
        backend:
          'backend' in difference ? formatL3n4Addr({ ...difference.backend, scope: 'external' }) : null,
        sinceTimestamp: new Date(sinceMs).toISOString(),
      };
      if (reason === null) problems.push(divergence);
      else waiting.push({ ...divergence, reason });
    }
  }
  return { problems, waiting, firstSeen, dueMs };
}

import { consequenceOf } from '@/lib/cilium/agreement/consequence';
import type { Patience } from '@/lib/cilium/agreement/judge-divergence';
import { patienceSentence } from '@/lib/cilium/agreement/patience-sentences';
import { designDifferences, designSentences } from '@/lib/cilium/agreement/reason-to-differ';
import { severities } from '@/lib/cilium/agreement/severity';
import type { DoubtReason } from '@/lib/cilium/expected-frontends/doubt';
import { doubtSentences } from '@/lib/cilium/expected-frontends/doubt';
import type { FrontendKey } from '@/lib/cilium/frontend';
import type {
  AgreementView,
  DivergenceView,
  ExpectedDivergenceView,
  UnjudgedAgentReason,
} from '@/lib/snapshot/agreement-view';
import type { AnswerView } from '@/lib/snapshot/agent-view';
import type { ServiceRef } from '@/lib/snapshot/frontend-view';
import type { AgreementEntry, Divergence } from './agreement-entry';

const shownMax = 1_000;

export type AgreementFacts = {
  revision: number;
  checkedAt: string | null;
  agents: AgreementView['agents'];
  missingKinds: string[];
  /** Frontends that some agent has or must have. */
  frontendCount: number;
  entries: Iterable<[FrontendKey, AgreementEntry]>;
  settings: readonly DivergenceView[];
  serviceOf: (key: FrontendKey) => ServiceRef | null;
  patience: Patience;
};

/** Gives what the API says of the agreement: problems by gravity, and what differs rightly in a few words. */
export function toAgreementView(facts: AgreementFacts): AgreementView {
  const { entries, serviceOf, patience, frontendCount } = facts;
  const problems: DivergenceView[] = [...facts.settings];
  const expected = new Map<string, ExpectedDivergenceView>();
  const doubts = new Map<DoubtReason, number>();
  let differing = 0;
  let unjudged = 0;
  for (const [key, entry] of entries) {
    if (entry.problems.length > 0) differing += 1;
    else if (entry.doubt !== null) unjudged += 1;
    if (entry.doubt !== null) doubts.set(entry.doubt.reason, (doubts.get(entry.doubt.reason) ?? 0) + 1);
    if (entry.problems.length + entry.waiting.length === 0 && entry.byDesign === null) continue;
    const service = serviceOf(key);
    for (const problem of entry.problems) problems.push(toDivergence(key, service, problem));
    for (const one of expectedOf(key, service, entry, patience)) add(expected, one);
  }
  problems.sort(byGravity);
  const listed = [...expected.values()].sort((a, b) => compare(b.since ?? '', a.since ?? ''));
  return {
    revision: facts.revision,
    checkedAt: facts.checkedAt,
    agents: facts.agents,
    frontends: {
      total: frontendCount,
      agreed: frontendCount - differing - unjudged,
      differing,
      unjudged,
      doubts: [...doubts].map(([reason, frontends]) => ({
        reason,
        frontends,
        explanation: doubtSentences[reason],
      })),
    },
    missingKinds: facts.missingKinds,
    patience,
    problems: problems.slice(0, shownMax),
    problemCount: problems.length,
    expected: listed.slice(0, shownMax),
    expectedCount: listed.length,
  };
}

/** Why an agent's answer is compared with nothing, as far as the answer goes. */
export function whyUnjudged(
  { answeredTimestamp, stale }: Pick<AnswerView, 'answeredTimestamp' | 'stale'>,
  objectsAreMissing: boolean,
): UnjudgedAgentReason | null {
  if (answeredTimestamp === null) return 'no-answer';
  if (stale) return 'old-answer';
  return objectsAreMissing ? 'objects-unread' : null;
}

function toDivergence(key: FrontendKey, service: ServiceRef | null, divergence: Divergence): DivergenceView {
  const { kind, severity, nodes, text, sinceTimestamp: since } = divergence;
  const consequence = consequenceOf(kind, severity);
  return { key, service, kind, severity, nodes, difference: text, consequence, explanation: null, since };
}

function expectedOf(
  key: FrontendKey,
  service: ServiceRef | null,
  { waiting, byDesign }: AgreementEntry,
  patience: Patience,
): ExpectedDivergenceView[] {
  const rows = waiting.map(({ kind, reason, nodes, text, sinceTimestamp }): ExpectedDivergenceView => ({
    ...{ key, frontends: 1, service, kind, reason, nodes, difference: text },
    explanation: patienceSentence(reason, patience),
    since: sinceTimestamp,
  }));
  if (byDesign === null) return rows;
  const { reason, nodes } = byDesign;
  return [
    ...rows,
    {
      ...{ key, frontends: 1, service, kind: 'own-rows' as const, reason, nodes, since: null },
      difference: designDifferences[reason],
      explanation: designSentences[reason],
    },
  ];
}

/** A Service's frontends that differ for one reason are one thing to read. */
function add(found: Map<string, ExpectedDivergenceView>, one: ExpectedDivergenceView): void {
  const { key, service, kind, reason, difference } = one;
  const owner = service === null ? key : `${service.namespace}/${service.name}`;
  const id = `${owner} ${kind} ${reason} ${difference}`;
  const known = found.get(id);
  if (known === undefined) {
    found.set(id, { ...one });
    return;
  }
  known.frontends += 1;
  if (known.nodes.join() === one.nodes.join()) return;
  known.nodes = [...new Set([...known.nodes, ...one.nodes])].sort();
}

function byGravity(a: DivergenceView, b: DivergenceView): number {
  return (
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    compare(a.since, b.since) ||
    compare(a.key ?? '', b.key ?? '')
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

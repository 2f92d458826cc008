import type { MarkKind } from '@/components/ui/state-mark';
import type { AttentionItem, AttentionKind } from '@/lib/snapshot/attention';
import type { FrontendProblem, FrontendView } from '@/lib/snapshot/frontend-view';

const byKind: Record<AttentionKind, MarkKind> = {
  source: 'leftover',
  'agent-silent': 'unknown',
  'agent-not-ready': 'unknown',
  'no-agents': 'unknown',
  unparsed: 'unknown',
  'version-skew': 'differs',
  'settings-differ': 'differs',
  frontend: 'differs',
  'names-missing': 'unknown',
};

const byProblem: Record<FrontendProblem['kind'], MarkKind> = {
  'no-backends': 'none',
  'no-active-backend': 'none',
  'nodes-disagree': 'differs',
  'missing-row': 'differs',
  'missing-backend': 'differs',
  'wrong-state': 'differs',
  'wrong-type': 'differs',
  'leftover-backend': 'leftover',
  'leftover-row': 'leftover',
  'quarantined-backend': 'quarantined',
};

/** Gives the mark of an item; a frontend's is that of its problem. */
export function attentionMark({ kind, text }: AttentionItem, frontend: FrontendView | undefined): MarkKind {
  const problem = frontend?.problems.find((each) => text.startsWith(each.text));
  return problem === undefined ? byKind[kind] : byProblem[problem.kind];
}

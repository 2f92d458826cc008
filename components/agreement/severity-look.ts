import type { MarkKind } from '@/components/ui/state-mark';
import type { Severity } from '@/lib/cilium/agreement/severity';
import type { DivergenceView } from '@/lib/snapshot/agreement-view';

/** A severity as a reader meets it. */
export const severityWords: Readonly<Record<Severity, string>> = {
  critical: 'traffic to dead backends',
  high: 'traffic fails',
  medium: 'fewer or other backends',
  low: 'no effect on connections',
};

/** What a settings problem is called instead: it has an effect, and not on one Service. */
export const settingsWord = 'other settings';

const marks: Readonly<Record<DivergenceView['kind'], MarkKind>> = {
  'leftover-backend': 'leftover',
  'leftover-row': 'leftover',
  'missing-backend': 'differs',
  'missing-row': 'differs',
  'wrong-state': 'differs',
  'wrong-type': 'differs',
  'nodes-disagree': 'differs',
  'quarantined-backend': 'quarantined',
  'settings-differ': 'differs',
};

/** The mark of a divergence. */
export function divergenceMark(kind: DivergenceView['kind']): MarkKind {
  return marks[kind];
}

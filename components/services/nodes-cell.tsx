import { StateMark } from '@/components/ui/state-mark';
import type { FrontendVerdict } from './frontend-verdict';

/** What the nodes say of a row, in four characters or a mark; the sentence is the tooltip. */
export function NodesCell({ verdict }: { verdict: FrontendVerdict }) {
  if (verdict.kind === 'differs') return <StateMark mark="differs" label={verdict.text} />;
  if (verdict.kind === 'no-backends') return <StateMark mark="none" label={verdict.text} />;
  return (
    <span title={verdict.text}>{verdict.kind === 'own' ? 'own' : `${verdict.nodes}/${verdict.of}`}</span>
  );
}

import { affinityRules } from './affinity-rules';
import type { AdviceFacts } from './advice-facts';
import type { AdviceItem } from './advice-view';
import type { AdviceRule } from './advice-rule';
import { coexistenceRules } from './coexistence-rules';
import { dsrRules } from './dsr-rules';
import { fingerprintOf } from './fingerprint';
import { forwardingRules } from './forwarding-rules';
import { maglevRules } from './maglev-rules';
import { maglevSizeRules } from './maglev-size-rules';
import { xdpRules } from './xdp-rules';

/** Every rule there is. */
export const adviceRules: readonly AdviceRule[] = [
  ...coexistenceRules,
  ...dsrRules,
  ...maglevSizeRules,
  ...affinityRules,
  ...forwardingRules,
  ...maglevRules,
  ...xdpRules,
];

/** A matter of ten thousand Services is told by some of them, and their number. */
const shownMax = 20;

/** Gives what every rule has to say, what does harm first. */
export function judgeAdvice(facts: AdviceFacts): AdviceItem[] {
  const items = adviceRules.flatMap(({ id, title, field, issue, judge }) => {
    const finding = judge(facts);
    if (finding === null) return [];
    const { evidence } = finding;
    return [
      {
        ...{ id, title, field, issue },
        ...finding,
        evidence: shownOf(evidence),
        evidenceCount: evidence.length,
        fingerprint: fingerprintOf(evidence),
      },
    ];
  });
  const rank = ({ severity }: AdviceItem): number => (severity === 'warn' ? 0 : 1);
  return items.sort((a, b) => rank(a) - rank(b));
}

/** What agents run with is few and always told; objects are cut. */
function shownOf(evidence: AdviceItem['evidence']): AdviceItem['evidence'] {
  if (evidence.length <= shownMax) return evidence;
  const agents = evidence.filter(({ subject }) => subject.kind === 'agents').slice(0, shownMax / 2);
  const objects = evidence.filter(({ subject }) => subject.kind !== 'agents');
  return [...objects.slice(0, shownMax - agents.length), ...agents];
}

import type { BlastRadius, Plan } from '@/lib/cilium/plan/plan';
import { formatBytes, formatPlural } from '@/lib/format';
import { planTally } from './plan-tally';

/** How long the restarts take, as agents took at their last start: `about 3 min`. */
export function durationWords({ aboutSeconds, startLimitSeconds }: BlastRadius['rollout']): string {
  if (aboutSeconds === null) return `not known; at most ${startLimitSeconds / 60} min an agent`;
  return aboutSeconds < 90 ? `about ${aboutSeconds} s` : `about ${Math.round(aboutSeconds / 60)} min`;
}

export function paceWords({ atATime, strategy }: BlastRadius['rollout']): string {
  if (atATime === null) return strategy === null ? 'pace not known' : `strategy ${strategy}: by hand`;
  return `${atATime} at a time`;
}

export function memoryWords({ memory }: BlastRadius): string {
  if (memory === null) return 'no more';
  const bytes = memory.kernelBytes;
  return `${bytes < 0 ? '−' : '+'}${formatBytes(Math.abs(bytes))}`;
}

/** What is to be said of a plan first: whether agents would start with it. */
export function planVerdict(plan: Plan): { tone: 'bad' | 'ok' | 'muted'; title: string; detail: string } {
  const tally = planTally(plan);
  const unknown =
    tally.unknown === 0
      ? ''
      : `${formatPlural(tally.unknown, 'rule')} cannot be judged from here: find out first.`;
  if (plan.refused.length > 0)
    return {
      tone: 'bad',
      title: 'This plan cannot be carried out here.',
      detail: plan.refused.map(({ what, reason }) => `${what}: ${reason}`).join(' '),
    };
  if (plan.nodes !== null && plan.changes.length > 0 && !plan.canary.possible)
    return {
      tone: 'bad',
      title: 'This plan cannot be applied to some nodes alone.',
      detail: plan.canary.reasons.map(({ what, reason }) => `${what}: ${reason}`).join(' '),
    };
  if (plan.changes.length === 0)
    return {
      tone: 'muted',
      title: 'This plan changes nothing.',
      detail: 'Everything says already what it asks for.',
    };
  if (tally.fatal > 0) {
    const nodes = new Set(plan.rules.flatMap((rule) => (rule.verdict === 'fatal' ? rule.nodes : [])));
    const all = nodes.size === plan.blastRadius.nodes.length;
    return {
      tone: 'bad',
      title: all
        ? 'This plan must not be applied: no agent would start with it.'
        : 'This plan must not be applied: some agents would not start with it.',
      detail: `${formatPlural(tally.fatal, 'rule')} would be fatal on ${formatPlural(nodes.size, 'node')}.`,
    };
  }
  const beside = plan.nodes === null ? [] : plan.canary.conditions.map(({ provided }) => provided);
  return {
    tone: 'ok',
    title: 'No rule is fatal: agents would start with this plan.',
    detail: [unknown, ...new Set(beside)].join(' ').trim(),
  };
}

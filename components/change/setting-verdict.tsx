import { TextLink } from '@/components/ui/text-link';
import type { Plan } from '@/lib/cilium/plan/plan';
import type { PlanRequest } from '@/lib/cilium/plan/plan-input';
import { planQuery } from '@/lib/cilium/plan/plan-text';
import { ruleTitle } from '@/lib/cilium/rules/rule-title';
import { paths } from '@/lib/paths';
import { RuleMark } from './rule-mark';

type SettingVerdictProps = {
  /** The key, and the older name it may be written under. */
  keys: readonly string[];
  plan: Plan | undefined;
  request: PlanRequest;
};

const says = {
  fatal: 'agents would not start',
  unknown: 'whether that is so cannot be known from here',
  warn: 'that is not so, and agents would start all the same',
} as const;

/** The gravest thing that a rule says of a changed setting, in one line that keeps its place while the plan is made. */
export function SettingVerdict({ keys, plan, request }: SettingVerdictProps) {
  const change = plan?.changes.find(({ key }) => keys.includes(key));
  const rule = plan?.rules.find(
    ({ verdict, touched, hiddenBehind, evidence }) =>
      verdict !== 'pass' &&
      touched &&
      hiddenBehind === null &&
      evidence.some(({ key }) => keys.includes(key)),
  );
  return (
    <p role="status" className="flex min-h-5 gap-2 text-small max-desk:min-h-11">
      {change === undefined ? null : rule === undefined || rule.verdict === 'pass' ? (
        <>
          <RuleMark verdict="pass" bare />
          <span className="text-muted">No rule speaks against it.</span>
        </>
      ) : (
        <>
          <RuleMark verdict={rule.verdict} bare />
          <span className="min-w-0 wrap-anywhere">
            <b className={rule.verdict === 'fatal' ? 'font-semibold' : 'font-medium'}>{ruleTitle(rule.id)}</b>
            : {says[rule.verdict]} (
            <TextLink
              href={`${paths.changePlan}?${planQuery(request)}#rule-${rule.id}`}
              className="max-desk:inline! max-desk:min-h-0!"
            >
              rule {rule.id}
            </TextLink>
            ).
          </span>
        </>
      )}
    </p>
  );
}

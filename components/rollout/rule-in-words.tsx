'use client';

import { useQuery } from '@tanstack/react-query';
import { EvidenceList } from '@/components/change/evidence-list';
import { Prose } from '@/components/status/explain/prose';
import { TextLink } from '@/components/ui/text-link';
import { fields } from '@/lib/cilium/fields/catalogue';
import { planQuery as planText } from '@/lib/cilium/plan/plan-text';
import type { PlanRequest } from '@/lib/cilium/plan/plan-input';
import { waysOut } from '@/lib/cilium/plan/ways-out';
import { ruleTitle } from '@/lib/cilium/rules/rule-title';
import { paths } from '@/lib/paths';
import { planQuery } from '@/lib/queries/plans';
import type { RolloutView } from '@/lib/snapshot/rollout-view';

/** The plan a rollout was made from, asked for again. */
export function requestOf({
  changes,
  chosenNodes,
}: Pick<RolloutView, 'changes' | 'chosenNodes'>): PlanRequest {
  return { changes: Object.fromEntries(changes.map(({ key, to }) => [key, to])), nodes: chosenNodes };
}

/** The lines of `cilium status` that these keys set. */
function fieldsOf(keys: readonly string[]) {
  return Object.values(fields).filter(({ settings }) => settings.some(({ key }) => keys.includes(key)));
}

/** The rule an agent died of: what it looks at, what it found, and other plans under which it would hold. */
export function RuleInWords({ view, ruleId }: { view: RolloutView; ruleId: string | null }) {
  const request = requestOf(view);
  const plan = useQuery({ ...planQuery(request), enabled: ruleId !== null });
  const rule = plan.data?.rules.find(({ id, verdict }) => id === ruleId && verdict !== 'pass');
  const keys = rule === undefined ? view.changes.map(({ key }) => key) : rule.keys;
  const findOut = rule?.findOut ?? null;
  const ways = rule === undefined ? [] : waysOut(rule, request.changes);
  return (
    <div className="grid gap-x-8 gap-y-3 pt-3 desk:grid-cols-2">
      <div>
        <h3 className="text-small text-muted">In words</h3>
        {ruleId === null ? (
          <p className="text-pretty">
            No rule known here has these words. The change may have no part in it: the image, the node or the
            API server may.
          </p>
        ) : (
          <>
            <p className="text-pretty wrap-anywhere">
              <b className="font-semibold">Rule {ruleId}:</b> {ruleTitle(ruleId)}.{' '}
              {rule === undefined
                ? 'An agent checks it at its start, and ends where it does not hold.'
                : rule.verdict === 'unknown'
                  ? `Pre-flight cannot judge it from here: ${rule.message}.`
                  : rule.message}
            </p>
            {rule !== undefined && (
              <div className="pt-1 text-small text-muted">
                <EvidenceList evidence={rule.evidence} />
              </div>
            )}
            <p className="pt-1">
              <TextLink href={`${paths.changePlan}?${planText(request)}#rule-${ruleId}`}>
                Rule {ruleId} in the plan
              </TextLink>
            </p>
          </>
        )}
        <p className="flex flex-wrap gap-x-3 pt-1 text-small text-muted">
          {fieldsOf(keys).map(({ id, title }) => (
            <TextLink key={id} href={`${paths.status}?field=${id}`}>
              {title}
            </TextLink>
          ))}
        </p>
      </div>
      <div>
        <h3 className="text-small text-muted">Then try again</h3>
        <ul>
          {ways.map(({ title, why, changes }) => (
            <li key={title} className="border-b border-line py-1.5 first:pt-0">
              <TextLink href={`${paths.changePlan}?${planText({ ...request, changes })}`}>{title}</TextLink>
              <p className="text-small text-pretty text-muted">{why}</p>
            </li>
          ))}
          {findOut !== null && (
            <li className="border-b border-line py-1.5 text-pretty">
              How to find out: <Prose text={findOut} />
            </li>
          )}
          <li className="py-1.5">
            <TextLink href={`${paths.change}?${planText(request)}`}>Choose other values</TextLink>
            <p className="text-small text-muted">The form opens with what this rollout was to bring.</p>
          </li>
        </ul>
      </div>
    </div>
  );
}

'use client';

import { useEffect } from 'react';
import type { Plan, PlannedRule } from '@/lib/cilium/plan/plan';
import type { PlanRequest } from '@/lib/cilium/plan/plan-input';
import { planQuery } from '@/lib/cilium/plan/plan-text';
import { waysOut } from '@/lib/cilium/plan/ways-out';
import { Prose } from '@/components/status/explain/prose';
import { TextLink } from '@/components/ui/text-link';
import { ruleTitle } from '@/lib/cilium/rules/rule-title';
import { paths } from '@/lib/paths';
import { formatPlural } from '@/lib/format';
import { EvidenceList } from './evidence-list';
import { planTally, verdictOrder } from './plan-tally';
import { RuleMark, verdictWord } from './rule-mark';

/** Every rule of the versions that run here, the gravest first; what passes is one row. */
export function PlanRules({ plan, request }: { plan: Plan; request: PlanRequest }) {
  const tally = planTally(plan);
  const total = verdictOrder.reduce((sum, verdict) => sum + tally[verdict], 0);
  const told = plan.rules.filter(({ verdict }) => verdict !== 'pass');
  const near = told.filter(({ touched, verdict }) => touched || verdict === 'fatal');
  const asBefore = told.filter((rule) => !near.includes(rule));
  const toldIds = new Set(told.map(({ id }) => id));
  const passed = [...new Set(plan.rules.map(({ id }) => id))].filter((id) => !toldIds.has(id)).sort();
  useEffect(() => {
    // The rules come after the page: the browser has looked for the link's target too early.
    if (/^#rule-\w+$/.test(window.location.hash))
      document.getElementById(window.location.hash.slice(1))?.scrollIntoView({ block: 'center' });
  }, []);
  return (
    <section aria-labelledby="pre-flight">
      <div className="mb-2 flex flex-wrap items-baseline gap-x-3">
        <h2 id="pre-flight" className="text-lead font-semibold">
          Pre-flight
        </h2>
        <span className="text-muted">
          {formatPlural(total, 'rule')} of Cilium {plan.versions.join(' and ')}
        </span>
        <span className="ml-auto flex flex-wrap gap-x-4 text-small">
          {verdictOrder.map((verdict) => (
            <span key={verdict} className="inline-flex items-center gap-1.5">
              <RuleMark verdict={verdict} bare />
              {tally[verdict]} {verdict}
            </span>
          ))}
        </span>
      </div>
      <ul>
        {near.map((rule, index) => (
          <RuleRow
            key={index}
            rule={rule}
            nodes={plan.blastRadius.nodes.length}
            request={request}
            // A rule may stand here once for each group of nodes: its link leads to the first.
            anchor={near.findIndex(({ id }) => id === rule.id) === index ? `rule-${rule.id}` : undefined}
          />
        ))}
      </ul>
      {asBefore.length > 0 && (
        <details className="border-t border-line py-2">
          <summary className="text-muted">
            {formatPlural(asBefore.length, 'remark')} that this plan has no part in, by{' '}
            {formatPlural(new Set(asBefore.map(({ id }) => id)).size, 'rule')}
          </summary>
          <ul className="pt-1">
            {asBefore.map((rule, index) => (
              <RuleRow key={index} rule={rule} nodes={plan.blastRadius.nodes.length} request={request} />
            ))}
          </ul>
        </details>
      )}
      <details className="border-t border-b border-line py-2">
        <summary>
          <RuleMark verdict="pass" bare />{' '}
          <span className="pl-1">{formatPlural(passed.length, 'rule passes', 'rules pass')}</span>
        </summary>
        <ul className="columns-[19rem] gap-x-6 pt-1.5 text-small">
          {passed.map((id) => (
            <li key={id} className="flex gap-2 break-inside-avoid py-0.5">
              <span className="mono w-16 flex-none text-muted">{id}</span>
              <span className="min-w-0">{ruleTitle(id)}</span>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

const evidenceShown = 3;

/** The values that a rule looked at: those of the plan first, the others on demand. */
function Evidence({ rule, changed }: { rule: PlannedRule; changed: readonly string[] }) {
  const ours = (key: string) => (changed.includes(key) ? 0 : 1);
  const all = rule.evidence.toSorted((a, b) => ours(a.key) - ours(b.key));
  const [shown, rest] = [all.slice(0, evidenceShown), all.slice(evidenceShown)];
  return (
    <div className="text-small leading-4.5 text-muted">
      <EvidenceList evidence={shown} />
      {rest.length > 0 && (
        <details>
          <summary className="max-desk:min-h-11 max-desk:py-3">
            {formatPlural(rest.length, 'more value', 'more values')} it looked at
          </summary>
          <EvidenceList evidence={rest} />
        </details>
      )}
    </div>
  );
}

type RuleRowProps = { rule: PlannedRule; nodes: number; request: PlanRequest; anchor?: string };

function RuleRow({ rule, nodes, request, anchor }: RuleRowProps) {
  const { id, verdict, message, logged, findOut, hiddenBehind } = rule;
  const isFatal = verdict === 'fatal';
  return (
    <li
      id={anchor}
      className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-2 gap-y-1 border-t border-line py-2.5 desk:grid-cols-[1.25rem_5rem_minmax(0,1fr)_17rem]"
    >
      <span className="pt-0.5">
        <RuleMark verdict={verdict} />
      </span>
      <span className="mono wrap-anywhere text-muted">{id}</span>
      <div className="min-w-0 max-desk:col-start-2">
        <h3 className={isFatal ? 'font-semibold' : 'font-medium'}>
          {ruleTitle(id)}
          {hiddenBehind !== null && (
            <span className="font-normal text-muted">
              {' '}
              hidden behind {hiddenBehind}: it would show once that is solved
            </span>
          )}
        </h3>
        {verdict === 'unknown' ? (
          <>
            <p className="text-pretty text-muted">Cannot be known from here: {message}.</p>
            {findOut !== null && (
              <p className="text-pretty">
                <span className="text-muted">How to find out: </span>
                <Prose text={findOut} />
              </p>
            )}
          </>
        ) : isFatal ? (
          <>
            <p className="mb-1 text-small text-muted">
              Each agent would print this and exit, and again after every restart:
            </p>
            <p className="mono border-l-2 border-bad bg-sunken px-3 py-2 leading-4.5 wrap-anywhere whitespace-pre-wrap">
              <FatalWords logged={logged ?? message} message={message} />
            </p>
          </>
        ) : (
          <>
            <p className="text-pretty wrap-anywhere text-muted">{message}</p>
            {findOut !== null && (
              <p className="text-small text-pretty">
                <span className="text-muted">How to find out: </span>
                <Prose text={findOut} />
              </p>
            )}
          </>
        )}
        <p className="mt-1 text-small text-muted">
          {rule.nodes.length === nodes
            ? `${verdictWord(verdict)} on ${nodes === 1 ? 'the node' : `all ${nodes} nodes`}`
            : `${verdictWord(verdict)} on ${rule.nodes.slice(0, 5).join(', ')}${rule.nodes.length > 5 ? ` and ${rule.nodes.length - 5} more` : ''}`}
        </p>
      </div>
      <div className="max-desk:col-start-2">
        <Evidence rule={rule} changed={Object.keys(request.changes)} />
        <WaysOut rule={rule} request={request} />
      </div>
    </li>
  );
}

/** The whole line, with the words of the check itself marked. */
function FatalWords({ logged, message }: { logged: string; message: string }) {
  const at = logged.lastIndexOf(message);
  if (at < 0) return logged;
  return (
    <>
      {logged.slice(0, at)}
      <span className="font-medium text-bad">{message}</span>
      {logged.slice(at + message.length)}
    </>
  );
}

/** Other plans under which the rule would hold. */
function WaysOut({ rule, request }: { rule: PlannedRule; request: PlanRequest }) {
  const ways = waysOut(rule, request.changes);
  if (ways.length === 0) return null;
  return (
    <div className="mt-2">
      <p className="text-small text-muted">Ways out</p>
      <ul>
        {ways.map(({ title, why, changes }) => (
          <li key={title} className="border-t border-line py-1 first:border-t-0">
            <TextLink href={`${paths.changePlan}?${planQuery({ ...request, changes })}`}>{title}</TextLink>
            <p className="text-small leading-4.25 text-pretty text-muted">{why}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}

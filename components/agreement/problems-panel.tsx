'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { PendingBars } from '@/components/state/pending-bars';
import { QueryPanel } from '@/components/state/query-panel';
import { PanelMessage } from '@/components/ui/panel-message';
import { StateMark } from '@/components/ui/state-mark';
import { formatCount, formatPlural } from '@/lib/format';
import { agentsQuery } from '@/lib/queries/agents';
import { agreementQuery } from '@/lib/queries/agreement';
import { sourceQuery } from '@/lib/queries/source';
import type { AgreementSummary } from '@/lib/snapshot/agreement-view';
import { problemGroups } from './problem-groups';
import { ProblemRow } from './problem-row';
import { seeItYourself } from './see-it-yourself';

const MOST_SHOWN = 50;

type ProblemsPanelProps = {
  className?: string;
  /** The id of the problem that is open. */
  open: string | null;
  onOpen: (id: string | null) => void;
};

/** The problems, the gravest first. */
export function ProblemsPanel({ className, open, onOpen }: ProblemsPanelProps) {
  const agreement = useQuery(agreementQuery());
  const agents = useQuery(agentsQuery()).data?.items ?? [];
  const context = useQuery(sourceQuery()).data?.context ?? null;
  const groups = useMemo(() => problemGroups(agreement.data?.problems ?? []), [agreement.data]);
  return (
    <QueryPanel
      title="Problems"
      aside={groups.length > 0 ? formatCount(groups.length) : undefined}
      query={agreement}
      className={className}
      pending={<PendingBars widths={[48, 92, 74, 40, 88, 60]} row="h-6" />}
      empty={(view) => (groups.length === 0 ? <NoProblems view={view} /> : null)}
    >
      {(view) => (
        <>
          <ul>
            {groups.slice(0, MOST_SHOWN).map((problem) => (
              <ProblemRow
                key={problem.id}
                problem={problem}
                open={open === problem.id}
                onToggle={() => onOpen(open === problem.id ? null : problem.id)}
                commands={open === problem.id ? seeItYourself(problem, agents, context) : []}
              />
            ))}
          </ul>
          {groups.length > MOST_SHOWN && (
            <p className="mt-2 text-small text-faint">
              The first {MOST_SHOWN} of {formatPlural(groups.length, 'problem')}
              {view.problemCount > view.problems.length &&
                `, which are of ${formatCount(view.problems.length)} out of ${formatCount(view.problemCount)} divergences`}
              . The matrix has every frontend.
            </p>
          )}
        </>
      )}
    </QueryPanel>
  );
}

function NoProblems({ view: { agents, missingKinds } }: { view: AgreementSummary }) {
  const canJudge = agents.judged > 0 && missingKinds.length === 0;
  return (
    <div className="flex gap-3">
      <span>
        <StateMark mark={canJudge ? 'agrees' : 'unknown'} label={null} />
      </span>
      {canJudge ? (
        <PanelMessage fact="None.">
          Every row, backend and state that was compared is what the API asks for.
        </PanelMessage>
      ) : (
        <PanelMessage fact="Not known.">No agent can be compared with what it must have.</PanelMessage>
      )}
    </div>
  );
}

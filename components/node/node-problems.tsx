import Link from 'next/link';
import { CouldNotAsk } from '@/components/status/details/could-not-ask';
import { StateMark } from '@/components/ui/state-mark';
import { Age } from '@/components/ui/age';
import { paths } from '@/lib/paths';
import type { AgentView } from '@/lib/snapshot/agent-view';
import type { FrontendView } from '@/lib/snapshot/frontend-view';
import { formatCount, formatPlural } from '@/lib/format';
import { distinctProblems, problemsOfNode } from './node-problem-list';

const mostShown = 8;

type NodeProblemsProps = { agent: AgentView; frontends: readonly FrontendView[] };

/** What is wrong on this node, worst first; nothing at all where nothing is. */
export function NodeProblems({ agent, frontends }: NodeProblemsProps) {
  const asked = distinctProblems(agent);
  const rows = problemsOfNode(frontends, agent.node);
  if (asked.length + rows.length === 0) return null;
  return (
    <section aria-labelledby="node-problems" className="mb-5">
      <h2 id="node-problems" className="mb-1.5 text-body font-semibold">
        Needs attention
      </h2>
      {asked.map((problem) => (
        <div key={problem.code} className="mb-1.5">
          <CouldNotAsk error={null} problem={problem} />
        </div>
      ))}
      <ul>
        {rows.slice(0, mostShown).map(({ keys, problem }) => (
          <li
            key={`${keys[0]} ${problem.kind}`}
            className="flex gap-2.5 border-t border-line py-1 first:border-t-0"
          >
            <span className="flex h-5 items-center">
              <StateMark
                mark={
                  problem.kind === 'no-backends'
                    ? 'none'
                    : problem.kind === 'leftover-backend'
                      ? 'leftover'
                      : 'differs'
                }
                label={null}
              />
            </span>
            <Link
              href={`${paths.services}?f=${encodeURIComponent(keys[0])}`}
              className="min-w-0 flex-1 wrap-anywhere underline-offset-3 hover:underline"
            >
              {problem.text}
              {keys.length > 1 && (
                <span className="text-faint"> {formatPlural(keys.length, 'frontend')}</span>
              )}
            </Link>
            {problem.sinceTimestamp !== null && (
              <Age timestamp={problem.sinceTimestamp} className="text-small whitespace-nowrap text-faint" />
            )}
          </li>
        ))}
      </ul>
      {rows.length > mostShown && (
        <p className="text-small text-faint">
          and {formatCount(rows.length - mostShown)} more, marked in the table below
        </p>
      )}
    </section>
  );
}

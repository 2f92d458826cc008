import { Age } from '@/components/ui/age';
import { Notice } from '@/components/ui/notice';
import type { FrontendProblem } from '@/lib/snapshot/frontend-view';
import { MonoText } from '../mono-text';

const titles: Record<FrontendProblem['kind'], string> = {
  'no-backends': 'No backends',
  'nodes-disagree': 'Nodes disagree',
  'missing-row': 'Missing on nodes',
  'leftover-row': 'Leftover row',
  'wrong-type': 'Another type',
  'leftover-backend': 'Leftover backend',
  'missing-backend': 'Missing backend',
  'wrong-state': 'Another state',
  'quarantined-backend': 'Quarantined backend',
  'no-active-backend': 'No active backend',
};

/** What is wrong with the frontend: the first as a notice, others as lines below it. */
export function FrontendProblems({ problems }: { problems: readonly FrontendProblem[] }) {
  const [first, ...others] = problems;
  if (first === undefined) return null;
  return (
    <Notice
      tone="bad"
      className="mt-3"
      title={
        <span className="block">
          {titles[first.kind]}
          {first.sinceTimestamp !== null && (
            <>
              {' · '}
              <Age timestamp={first.sinceTimestamp} form="bare" />
            </>
          )}
        </span>
      }
    >
      <span className="block wrap-anywhere">
        <MonoText text={first.text} nodes={first.nodes} />
      </span>
      {others.map((problem) => (
        <span key={`${problem.kind} ${problem.text}`} className="mt-1 block wrap-anywhere">
          <strong className="font-semibold text-text">{titles[problem.kind]}.</strong>{' '}
          <MonoText text={problem.text} nodes={problem.nodes} />
        </span>
      ))}
    </Notice>
  );
}

import { StateMark } from '@/components/ui/state-mark';
import { formatCount, formatPlural } from '@/lib/format';
import { backendMarks } from '../backend-mark';
import type { Totals } from '../group/totals';

/** How many backends are in which state, and how many frontends have a problem. */
export function MarkTotals({ totals: { marks, differing, deadEnds } }: { totals: Totals }) {
  return (
    <>
      {marks.every((count) => count === 0) && <span>no backends</span>}
      {backendMarks.map((mark, at) =>
        marks[at] === 0 ? null : (
          <span key={mark} className="flex items-center gap-1.25">
            <StateMark mark={mark} />
            {formatCount(marks[at] ?? 0)}
          </span>
        ),
      )}
      {differing > 0 && (
        <span className="flex items-center gap-1.25">
          <StateMark mark="differs" label={`${formatPlural(differing, 'frontend')} on which nodes differ`} />
          {formatCount(differing)}
        </span>
      )}
      {deadEnds > 0 && (
        <span className="flex items-center gap-1.25">
          <StateMark mark="none" label={`${formatPlural(deadEnds, 'frontend')} with nowhere to send to`} />
          {formatCount(deadEnds)}
        </span>
      )}
    </>
  );
}

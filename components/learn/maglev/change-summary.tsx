import { formatCount, formatWordList } from '@/lib/format';
import type { MaglevAnswer } from '@/lib/learn/maglev/maglev-answer';
import { comings } from '@/lib/learn/maglev/maglev-predictions';

type ChangeSummaryProps = { answer: MaglevAnswer; isHidden: boolean };

/** What changed, and what it did to the table, in one line. */
export function ChangeSummary({ answer: { parameters, changes }, isHidden }: ChangeSummaryProps) {
  const { gone, came } = comings(parameters);
  const what = [
    ...(gone.length > 0 ? [`${formatWordList(gone)} removed`] : []),
    ...(came.length > 0 ? [`${formatWordList(came)} added`] : []),
  ];
  if (what.length === 0 && changes.moved === 0)
    return <span className="text-muted">nothing changed: the table to compare with</span>;
  if (isHidden)
    return <span className="text-muted">{what.join(', ')}: what moved is hidden until you predict</span>;
  const { moved, needless, areReweighed } = changes;
  if (areReweighed)
    return (
      <span>
        {[...what, 'weights changed'].join(', ')}: <b>{formatCount(moved)}</b> slots moved,{' '}
        <b>{formatCount(parameters.size - moved)}</b> kept
      </span>
    );
  return (
    <span>
      {what.join(', ')}: <b>{formatCount(moved - needless)}</b> slots handed over,{' '}
      <b>{formatCount(needless)}</b> others moved, <b>{formatCount(parameters.size - moved)}</b> kept
    </span>
  );
}

import { BackendLetter } from '@/components/learn/backend/backend-letter';
import { formatCount } from '@/lib/format';
import { letters } from '@/lib/learn/maglev/letters';
import type { TableTurn } from '@/lib/learn/maglev/table-turns';

type TurnLineProps = { turn: TableTurn | null; size: number };

/** What happens in one turn of the building. */
export function TurnLine({ turn, size }: TurnLineProps) {
  if (turn === null)
    return (
      <p className="min-h-10 text-pretty text-muted">
        An empty table of {formatCount(size)} slots. Backends take turns in the order of the texts that are
        hashed, and each takes the first slot of its wishes that is free.
      </p>
    );
  const { backend, offset, skip, taken, takenCount, slot } = turn;
  return (
    <p className="min-h-10 text-pretty">
      <BackendLetter index={backend} letter={letters[backend] ?? ''} /> wishes for slot{' '}
      <span className="mono">{offset}</span>, then for each one{' '}
      <span className="mono">{formatCount(skip)}</span> further on, round and round.{' '}
      {takenCount === 0 ? (
        'The next on its list is free: it takes '
      ) : (
        <>
          {takenCount === 1
            ? 'The next on its list was taken before, '
            : `The next ${formatCount(takenCount)} on its list were taken before, `}
          {takenCount > taken.length && 'the last of them '}
          <span className="mono">{taken.join(', ')}</span>: it takes{' '}
        </>
      )}
      <b className="mono font-semibold text-accent-text">slot {slot}</b>.
    </p>
  );
}

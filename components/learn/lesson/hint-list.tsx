'use client';

import { Button } from '@/components/ui/button';
import { MarkupText } from './markup-text';

type HintListProps = { hints: readonly string[]; taken: number; onTake: () => void };

/** Hints, one by one: each is asked for. */
export function HintList({ hints, taken, onTake }: HintListProps) {
  if (hints.length === 0) return null;
  const left = hints.length - taken;
  return (
    <div className="space-y-2">
      <ol className="space-y-2">
        {hints.slice(0, taken).map((hint, index) => (
          <li key={index} className="border-l-2 border-line-strong pl-3">
            <p className="text-small text-muted">Hint {index + 1}</p>
            <MarkupText text={hint} />
          </li>
        ))}
      </ol>
      {left > 0 && (
        <Button kind="quiet" size="small" onClick={onTake} className="-ml-2">
          {taken === 0 ? 'Give me a hint' : 'Another hint'} ({left} left)
        </Button>
      )}
    </div>
  );
}

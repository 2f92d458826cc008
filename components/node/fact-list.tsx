import type { ReactNode } from 'react';

export type Fact = { word: string; value: ReactNode; title?: string };

/** Facts in two columns: the word muted, the value as it is. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="grid grid-cols-[8.5rem_minmax(0,1fr)] gap-x-3 gap-y-0.5">
      {facts.map(({ word, value, title }) => (
        <div key={word} className="contents">
          <dt className="text-muted">{word}</dt>
          <dd className="min-w-0 wrap-anywhere" title={title}>
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}

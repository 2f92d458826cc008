import { Kbd } from '@/components/ui/kbd';

const lines = [
  { word: 'every node', dash: undefined },
  { word: 'some nodes', dash: '5 3' },
  { word: 'no new connections', dash: '1.5 3' },
];

/** What the lines mean, and the keys. */
export function MapLegend() {
  return (
    <div className="flex h-8.5 flex-none items-center gap-4 overflow-hidden border-t border-line pr-4 pl-6 text-label font-normal whitespace-nowrap text-faint">
      {lines.map(({ word, dash }) => (
        <span key={word} className="flex items-center gap-1.75">
          <svg aria-hidden width="26" height="8">
            <path d="M0 4h26" stroke="var(--text-faint)" strokeWidth="1.25" strokeDasharray={dash} />
          </svg>
          {word}
        </span>
      ))}
      <KeyLegend last={{ key: 'M', word: 'table' }} />
    </div>
  );
}

/** The keys of the list; `last` is the one that leads to the other view. */
export function KeyLegend({ last }: { last: { key: string; word: string } }) {
  return (
    <span className="ml-auto flex items-center gap-1">
      <Kbd>J</Kbd> <Kbd>K</Kbd> move <span className="w-1" />
      <Kbd>↵</Kbd> open <span className="w-1" />
      <Kbd>C</Kbd> copy <span className="w-1" />
      <Kbd>{last.key}</Kbd> {last.word}
    </span>
  );
}

import { letterOf } from '@/lib/learn/glossary/letter-of';

const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

type LetterIndexProps = { entries: readonly { word: string }[]; isSearch: boolean };

/** The letters: each leads to its first word; those without one keep their place. */
export function LetterIndex({ entries, isSearch }: LetterIndexProps) {
  const letters = new Set(isSearch ? [] : entries.map(letterOf));
  return (
    <nav aria-label="Letters" className="max-desk:hidden">
      <ul className="flex">
        {alphabet.map((letter) => (
          <li key={letter}>
            {letters.has(letter) ? (
              <a
                href={`#letter-${letter.toLowerCase()}`}
                className="block w-5 rounded-row text-center font-medium text-accent-text hover:bg-row-hover"
              >
                {letter}
              </a>
            ) : (
              <span aria-hidden className="block w-5 text-center text-line-strong">
                {letter}
              </span>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

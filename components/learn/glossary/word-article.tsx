import { clsx } from 'clsx';
import { Fragment } from 'react';
import { CopyButton } from '@/components/ui/copy-button';
import { TextLink } from '@/components/ui/text-link';
import type { GlossaryEntry } from './glossary-list';

type WordArticleProps = {
  entry: GlossaryEntry;
  /** The letter, on its first word. */
  letter: string | null;
  isChosen: boolean;
  onGo: (id: string) => void;
};

/** A word: its names, what it means, and where to go from it. */
export function WordArticle({ entry, letter, isChosen, onGo }: WordArticleProps) {
  const { id, word, also, text, see, places } = entry;
  return (
    <article
      id={id}
      aria-labelledby={`${id}-word`}
      className={clsx(
        'grid scroll-mt-28 border-b border-line max-desk:scroll-mt-36 desk:grid-cols-[1.75rem_15rem_minmax(0,1fr)]',
        isChosen && 'bg-accent-soft shadow-[inset_2px_0_var(--accent)]',
      )}
    >
      <span
        aria-hidden
        id={letter === null ? undefined : `letter-${letter.toLowerCase()}`}
        className="scroll-mt-28 py-3 pl-1.5 text-lead font-semibold text-faint max-desk:hidden"
      >
        {letter}
      </span>
      <div className="pt-3 desk:pr-4 desk:pb-3">
        <div className="flex items-center justify-between gap-2 desk:items-start">
          <h2 id={`${id}-word`} className="text-lead font-semibold">
            <a href={`#${id}`} className="hover:underline">
              {word}
            </a>
          </h2>
          <CopyButton
            label={`copy a link to ${word}`}
            word=""
            text={() => `${window.location.origin}${window.location.pathname}#${id}`}
          />
        </div>
        {also.length > 0 && <p className="text-small text-muted">also {also.join(', ')}</p>}
      </div>
      <div className="pb-3 max-desk:pt-1 desk:col-start-3 desk:pt-3">
        <p className="max-w-[46rem] text-pretty">{text}</p>
        <p className="mt-1 flex flex-wrap items-center gap-x-5 text-small text-muted">
          <span>
            See{' '}
            {see.map((other, index) => (
              <Fragment key={other.id}>
                {index > 0 && ', '}
                <a
                  href={`#${other.id}`}
                  onClick={(event) => {
                    event.preventDefault();
                    onGo(other.id);
                  }}
                  className="font-medium text-accent-text underline-offset-3 hover:underline max-desk:inline-block max-desk:py-2"
                >
                  {other.word}
                </a>
              </Fragment>
            ))}
          </span>
          {places.map(({ kind, title, href }) => (
            <span key={href}>
              {kind} {/* Hundreds of them: none is fetched ahead. */}
              <TextLink href={href} prefetch={false}>
                {title}
              </TextLink>
            </span>
          ))}
        </p>
      </div>
    </article>
  );
}

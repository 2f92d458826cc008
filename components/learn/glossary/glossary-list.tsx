'use client';

import { Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { parseAsString, useQueryState } from 'nuqs';
import { useRef, useState, type KeyboardEvent } from 'react';
import { usePageKeys } from '@/components/services/use-page-keys';
import { Kbd } from '@/components/ui/kbd';
import { TextButton } from '@/components/ui/text-link';
import type { GlossaryWord } from '@/lib/learn/glossary/glossary-word';
import { letterOf } from '@/lib/learn/glossary/letter-of';
import { searchWords } from '@/lib/learn/glossary/search-words';
import { LetterIndex } from './letter-index';
import { useHash } from './use-hash';
import { WordArticle } from './word-article';
import type { WordPlace } from './word-link';

/** A word with the names of what it leads to. */
export type GlossaryEntry = Omit<GlossaryWord, 'see' | 'links'> & {
  see: readonly { id: string; word: string }[];
  places: readonly WordPlace[];
};

/** Every word, found as one types; the letters beside them lead to their first words. */
export function GlossaryList({ entries }: { entries: readonly GlossaryEntry[] }) {
  const [typed, setTyped] = useQueryState(
    'q',
    parseAsString.withDefault('').withOptions({ history: 'replace' }),
  );
  const inputRef = useRef<HTMLInputElement>(null);
  const listRef = useRef<HTMLDivElement>(null);
  const hash = useHash();
  // The router tells nobody of a hash that it writes.
  const [went, setWent] = useState<{ from: string; id: string } | null>(null);
  const chosen = went !== null && went.from === hash ? went.id : hash;
  const router = useRouter();
  const found = searchWords(entries, typed);
  const isSearch = typed.trim() !== '';

  const onGo = (id: string) => {
    setWent({ from: hash, id });
    // The word may be hidden by what was typed: that leaves the URL first. The router writes the hash, since it writes
    // the whole URL again for what left it.
    void setTyped(null).then(() => {
      router.replace(`#${id}`);
      document.getElementById(id)?.querySelector('a')?.focus({ preventScroll: true });
    });
  };
  const onMove = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const heads = [...(listRef.current?.querySelectorAll<HTMLElement>('h2 a') ?? [])];
    const at = heads.findIndex((head) => head === document.activeElement);
    const next = heads[event.key === 'ArrowDown' ? at + 1 : at - 1];
    if (at === -1 && event.target !== inputRef.current) return;
    event.preventDefault();
    if (next !== undefined) next.focus();
    else if (event.key === 'ArrowUp') inputRef.current?.focus();
  };
  usePageKeys((event) => {
    if (event.key !== '/') return false;
    inputRef.current?.focus();
    return true;
  });

  return (
    <div onKeyDown={onMove} className="px-4 pb-10 desk:px-6">
      <div className="sticky top-(--bar) z-5 flex flex-wrap items-center gap-x-5 gap-y-1 border-b border-line bg-bg py-2">
        <label className="target flex h-8 w-80 items-center gap-2 rounded-control border border-line-strong bg-surface px-2.5 focus-within:border-accent max-desk:w-full">
          <Search aria-hidden size={14} strokeWidth={1.6} className="flex-none text-faint" />
          <input
            ref={inputRef}
            type="search"
            value={typed}
            aria-label="Find a word"
            placeholder="A word, or what it is about"
            onChange={(event) => void setTyped(event.target.value)}
            onKeyDown={(event) => {
              const first = found[0];
              if (event.key === 'Escape') void setTyped(null);
              if (event.key === 'Enter' && isSearch && first !== undefined) onGo(first.id);
            }}
            className="min-w-0 flex-1 bg-transparent outline-none placeholder:text-faint"
          />
          <Kbd>/</Kbd>
        </label>
        <LetterIndex entries={found} isSearch={isSearch} />
        <p role="status" className="ml-auto text-small text-muted">
          {isSearch ? `${found.length} of ${entries.length} words` : `${entries.length} words`}
        </p>
      </div>
      {found.length === 0 && (
        <p className="py-6 text-muted">
          No word is called that, and none mentions it.{' '}
          <TextButton onClick={() => void setTyped(null)}>Show all words</TextButton>
        </p>
      )}
      <div ref={listRef}>
        {found.map((entry, index) => {
          const before = found[index - 1];
          const isFirst = !isSearch && (before === undefined || letterOf(before) !== letterOf(entry));
          return (
            <WordArticle
              key={entry.id}
              entry={entry}
              letter={isFirst ? letterOf(entry) : null}
              isChosen={chosen === entry.id}
              onGo={onGo}
            />
          );
        })}
      </div>
    </div>
  );
}

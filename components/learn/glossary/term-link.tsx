'use client';

import { clsx } from 'clsx';
import Link from 'next/link';
import { useState, type ReactNode } from 'react';
import { Tooltip } from '@/components/ui/tooltip';
import { glossaryHref } from './glossary-href';

/** `id` is that of a word in the glossary. */
export type TermLinkProps = { id: string; children: ReactNode; className?: string };

/** A word with its meaning at hover and focus, and the glossary behind it; the id may be of a text, and name none. */
export function TermLink({ id, children, className }: TermLinkProps) {
  const [text, setText] = useState<string | null>(null);
  // The glossary is long: it is read when somebody first asks.
  const onAsk = () => {
    if (text !== null) return;
    void import('@/lib/learn/glossary/glossary').then(({ wordOf }) =>
      setText(wordOf(id)?.text ?? 'The glossary has no such word.'),
    );
  };
  return (
    <Tooltip text={text ?? 'Reading the glossary.'}>
      <Link
        href={glossaryHref(id)}
        prefetch={false}
        onPointerEnter={onAsk}
        onFocus={onAsk}
        className={clsx(
          'underline decoration-faint decoration-dotted underline-offset-3 hover:text-text hover:decoration-solid',
          className,
        )}
      >
        {children}
      </Link>
    </Tooltip>
  );
}

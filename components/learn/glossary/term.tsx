'use client';

import { clsx } from 'clsx';
import Link from 'next/link';
import { useState, type ReactNode } from 'react';
import { Tooltip } from '@/components/ui/tooltip';
import type { WordId } from '@/lib/learn/glossary/glossary';
import { glossaryHref } from './glossary-href';

type TermProps = { id: WordId; children: ReactNode; className?: string };

/** A word of the field where a newcomer meets it: its meaning at hover and focus, the glossary behind it. */
export function Term({ id, children, className }: TermProps) {
  const [text, setText] = useState<string | null>(null);
  // The glossary is long: it is read when somebody first asks.
  const onAsk = () => {
    if (text !== null) return;
    void import('@/lib/learn/glossary/glossary').then(({ wordOf }) => setText(wordOf(id)?.text ?? null));
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

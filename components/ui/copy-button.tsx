'use client';

import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';

const SHOWN_MS = 1600;

type CopyButtonProps = {
  /** Gives what is copied: the original bytes. */
  text: string | (() => string);
  /** What it copies, for its accessible name. */
  label: string;
  word?: string;
};

type Outcome = 'none' | 'copied' | 'failed';

const words: Record<Exclude<Outcome, 'none'>, string> = { copied: 'Copied', failed: 'Not allowed' };

/** Copies a text, and says whether it did. */
export function CopyButton({ text, label, word = 'Copy' }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<Outcome>('none');
  useEffect(() => {
    if (outcome === 'none') return;
    const timer = setTimeout(() => setOutcome('none'), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [outcome]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(typeof text === 'string' ? text : text());
      setOutcome('copied');
    } catch {
      setOutcome('failed');
    }
  }

  const shown = outcome === 'none' ? word : words[outcome];
  const Icon = outcome === 'copied' ? Check : Copy;
  return (
    <button
      type="button"
      aria-label={`${shown} ${label}`}
      onClick={() => void copy()}
      className="target inline-flex h-5.5 items-center justify-center gap-1.25 rounded-row px-1.5 font-sans text-label text-muted hover:bg-row-hover hover:text-text"
    >
      <Icon aria-hidden size={14} strokeWidth={1.6} />
      <span aria-live="polite">{shown}</span>
    </button>
  );
}

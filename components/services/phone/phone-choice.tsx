'use client';

import { clsx } from 'clsx';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useState, type ComponentProps, type ReactNode } from 'react';
import { formatCount } from '@/lib/format';
import type { FacetChoice } from '../filter/facets';
import { toggled } from '../filter/filter-choices';

/** A few choices side by side under their title. */
export function ChoiceSet({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset>
      <legend className="label pb-1">{title}</legend>
      <div className="flex flex-wrap gap-1.5">{children}</div>
    </fieldset>
  );
}

/** One of a few, or one that is on or off; the whole chip is the target. */
export function ChoiceChip({ children, ...input }: ComponentProps<'input'> & { type: 'radio' | 'checkbox' }) {
  return (
    <label
      className={clsx(
        'relative flex h-11 items-center rounded-control border px-3 font-medium',
        'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
        input.checked
          ? 'border-accent/45 bg-accent-soft text-accent-text'
          : 'border-line text-muted hover:text-text',
      )}
    >
      <input {...input} className="absolute inset-0 cursor-pointer appearance-none outline-none" />
      {children}
    </label>
  );
}

type ChoiceListProps = {
  /** What is chosen among: `Namespace`. */
  word: string;
  choices: readonly FacetChoice[];
  values: readonly string[];
  titleOf: (value: string) => string;
  onChange: (values: string[] | null) => void;
};

/** Choices that may be many, folded below their word; each with how many frontends it would leave. */
export function ChoiceList({ word, choices, values, titleOf, onChange }: ChoiceListProps) {
  const [open, setOpen] = useState(false);
  const Chevron = open ? ChevronDown : ChevronRight;
  const [first] = values;
  const shown =
    first === undefined ? 'all' : values.length === 1 ? titleOf(first) : `${values.length} chosen`;
  return (
    <details
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      className="border-t border-line"
    >
      <summary className="flex min-h-11 list-none items-center gap-2">
        <Chevron aria-hidden size={12} strokeWidth={1.8} className="flex-none text-faint" />
        <span className="text-muted">{word}</span>
        <span className={clsx('ml-auto truncate', values.length > 0 && 'text-accent-text')}>{shown}</span>
      </summary>
      {open && (
        <div className="pb-2">
          {values.length > 0 && (
            <button type="button" onClick={() => onChange(null)} className="h-11 px-6 text-muted">
              Show all
            </button>
          )}
          {choices.map(({ value, count }) => (
            <label key={value} className="flex min-h-11 items-center gap-3 pl-6">
              <input
                type="checkbox"
                checked={values.includes(value)}
                onChange={() => onChange(toggled(values, value))}
                className="size-4 flex-none accent-accent"
              />
              <span className="min-w-0 flex-1 truncate" title={value}>
                {titleOf(value)}
              </span>
              <span className="text-faint">{formatCount(count)}</span>
            </label>
          ))}
        </div>
      )}
    </details>
  );
}

'use client';

import { useState } from 'react';
import type { WordId } from '@/lib/learn/glossary/glossary';
import { integerIn } from '@/lib/learn/simulator/choice';
import { Parameter } from './parameter';

type NumberParameterProps = {
  name: string;
  /** Says what it counts, for a screen reader. */
  label: string;
  value: number;
  bounds: { min: number; max: number };
  onChange: (value: number) => void;
  /** The word of the glossary that says what it is. */
  term?: WordId;
};

/** A number that is typed; what is out of bounds is marked, and left out of account. */
export function NumberParameter({ name, label, value, bounds, onChange, term }: NumberParameterProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const shown = draft ?? String(value);
  const read = integerIn(bounds);
  return (
    <Parameter name={name} term={term}>
      <input
        type="number"
        aria-label={label}
        title={`${bounds.min} to ${bounds.max}`}
        aria-invalid={read(shown) === null}
        min={bounds.min}
        max={bounds.max}
        value={shown}
        onChange={(event) => {
          setDraft(event.target.value);
          const number = read(event.target.value);
          if (number !== null) onChange(number);
        }}
        onBlur={() => setDraft(null)}
        className="target mono h-7 w-16 rounded-control border border-line-strong bg-surface px-2 text-text aria-invalid:border-bad aria-invalid:text-bad"
      />
    </Parameter>
  );
}

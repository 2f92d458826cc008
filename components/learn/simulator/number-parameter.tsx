'use client';

import { useState } from 'react';
import { integerIn } from '@/lib/learn/simulator/choice';
import { Parameter } from './parameter';

type NumberParameterProps = {
  name: string;
  /** Says what it counts, for a screen reader. */
  label: string;
  value: number;
  bounds: { min: number; max: number };
  onChange: (value: number) => void;
};

/** A number that is typed; what is out of bounds is marked, and left out of account. */
export function NumberParameter({ name, label, value, bounds, onChange }: NumberParameterProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const shown = draft ?? String(value);
  const read = integerIn(bounds);
  return (
    <Parameter name={name}>
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

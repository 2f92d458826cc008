'use client';

import { clsx } from 'clsx';
import { useState } from 'react';

type DraftInputProps<Value> = {
  label: string;
  value: string;
  /** Reads what is typed; null where it is nothing of the kind. */
  read: (text: string) => Value | null;
  onChange: (value: Value) => void;
  title?: string;
  placeholder?: string;
  className?: string;
};

/** A field that is typed; what cannot be read is marked, and left out of account. */
export function DraftInput<Value>(props: DraftInputProps<Value>) {
  const { label, value, read, onChange, title, placeholder, className } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const shown = draft ?? value;
  return (
    <input
      type="text"
      aria-label={label}
      aria-invalid={read(shown) === null}
      title={title}
      placeholder={placeholder}
      value={shown}
      maxLength={300}
      spellCheck={false}
      autoComplete="off"
      autoCapitalize="off"
      onChange={({ target }) => {
        setDraft(target.value);
        const next = read(target.value);
        if (next !== null) onChange(next);
      }}
      onBlur={() => setDraft(null)}
      className={clsx(
        'target mono h-6.5 min-w-0 rounded-control border border-line-strong bg-surface px-1.5 text-text',
        'aria-invalid:border-bad aria-invalid:text-bad',
        className,
      )}
    />
  );
}

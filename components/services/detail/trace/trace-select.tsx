import type { ReactNode } from 'react';

type TraceSelectProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  children: ReactNode;
};

/** One of many: the system's own list, which a phone and a keyboard know. */
export function TraceSelect({ label, value, onChange, children }: TraceSelectProps) {
  return (
    <label className="inline-flex min-w-0 items-center gap-2 text-small text-muted">
      {label}
      <select
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="target h-7 max-w-96 min-w-0 truncate rounded-control border border-line-strong bg-surface px-1.5 text-small text-text"
      >
        {children}
      </select>
    </label>
  );
}

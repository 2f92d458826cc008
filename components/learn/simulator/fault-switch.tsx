import type { ReactNode } from 'react';

type FaultSwitchProps = { title: string; on: boolean; onChange: (on: boolean) => void; children: ReactNode };

/** Something that went wrong for people: switched on, it goes wrong here. */
export function FaultSwitch({ title, on, onChange, children }: FaultSwitchProps) {
  return (
    <li className="border-t border-line">
      <button
        type="button"
        role="switch"
        aria-checked={on}
        onClick={() => onChange(!on)}
        className="grid w-full grid-cols-[1.75rem_1fr] gap-x-3 py-2 text-left hover:bg-row-hover"
      >
        <span
          aria-hidden
          className={`relative mt-0.5 h-4 w-6.5 rounded-full border transition-colors duration-120 ${on ? 'border-accent bg-accent' : 'border-line-strong bg-sunken'}`}
        >
          <span
            className={`absolute top-0.5 left-0.5 size-2.5 rounded-full transition-transform duration-120 ${on ? 'translate-x-2.5 bg-surface' : 'bg-faint'}`}
          />
        </span>
        <span>
          <span className="block font-semibold">{title}</span>
          <span className="block text-small text-pretty text-muted">{children}</span>
        </span>
      </button>
    </li>
  );
}

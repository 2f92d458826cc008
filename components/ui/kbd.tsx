import type { ReactNode } from 'react';

/** A key to press. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="rounded-row border border-line bg-bg px-1.25 font-sans text-label leading-4.5 font-medium text-muted">
      {children}
    </kbd>
  );
}

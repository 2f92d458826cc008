import type { ReactNode } from 'react';

type PanelMessageProps = {
  /** The fact, in one bold clause. */
  fact: ReactNode;
  /** Why, or what to do. */
  children?: ReactNode;
  /** The exact message, as it came. */
  exact?: string | null;
};

/** What an empty panel, or one that could not ask, says in its frame. */
export function PanelMessage({ fact, children, exact }: PanelMessageProps) {
  return (
    <div className="max-w-prose text-pretty text-muted">
      <strong className="font-semibold text-text">{fact}</strong> {children}
      {exact !== undefined && exact !== null && (
        <code className="mt-1.5 block text-label leading-3.75 wrap-anywhere text-faint">{exact}</code>
      )}
    </div>
  );
}

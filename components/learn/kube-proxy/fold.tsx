import type { ReactNode } from 'react';

type FoldProps = {
  title: string;
  aside: string;
  isOpen: boolean;
  onOpen: (open: boolean) => void;
  children: ReactNode;
};

/** A part of the page that is folded until it is asked for; what it holds is made only then. */
export function Fold({ title, aside, isOpen, onOpen, children }: FoldProps) {
  return (
    <details
      open={isOpen}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open !== isOpen) onOpen(currentTarget.open);
      }}
      className="border-t border-line px-4 desk:px-6"
    >
      <summary className="target py-2.5">
        <h2 className="inline font-semibold">{title}</h2>{' '}
        <span className="text-small text-muted">{aside}</span>
      </summary>
      {isOpen && <div className="pb-5">{children}</div>}
    </details>
  );
}

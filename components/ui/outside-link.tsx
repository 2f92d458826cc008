import { clsx } from 'clsx';
import { ArrowUpRight } from 'lucide-react';
import type { ReactNode } from 'react';

type OutsideLinkProps = {
  /** An address that stands in our own code: never text of a cluster. */
  href: `https://${string}`;
  children: ReactNode;
  className?: string;
};

/** A link out of the product, in a tab of its own; the other side learns nothing of where it was followed. */
export function OutsideLink({ href, children, className }: OutsideLinkProps) {
  return (
    <a
      href={href}
      target="_blank"
      rel="noreferrer"
      className={clsx(
        'font-medium text-accent-text underline-offset-3 hover:underline max-desk:inline-flex max-desk:min-h-11 max-desk:items-center',
        className,
      )}
    >
      {children}
      <ArrowUpRight aria-hidden size={12} strokeWidth={1.8} className="ml-0.5 inline align-baseline" />
      <span className="sr-only"> (another site, in a new tab)</span>
    </a>
  );
}

import { clsx } from 'clsx';
import type { ReactNode } from 'react';

type SimulatorSectionProps = {
  id: string;
  title: string;
  /** Its place: as wide as the page if not given. */
  className?: string;
  children: ReactNode;
};

/** What else a simulator has to say, under a title of its own. */
export function SimulatorSection({ id, title, className, children }: SimulatorSectionProps) {
  return (
    <section
      aria-labelledby={id}
      className={clsx('border-t border-line pt-4 pb-5', className ?? 'px-4 desk:px-6')}
    >
      <h2 id={id} className="pb-1 font-semibold">
        {title}
      </h2>
      {children}
    </section>
  );
}

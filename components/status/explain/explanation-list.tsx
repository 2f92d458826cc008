import type { ReactNode } from 'react';
import { Prose } from './prose';

/** A part of an explanation under its heading. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="mt-4 mb-0.75 text-body font-semibold">{title}</h3>
      {children}
    </section>
  );
}

/** Sentences as a list with dashes. */
export function DashList({ items }: { items: readonly string[] }) {
  return (
    <ul className="text-muted">
      {items.map((item) => (
        <li
          key={item}
          className="relative mt-0.5 pl-3.5 text-pretty before:absolute before:top-2.5 before:left-0 before:h-px before:w-1.5 before:bg-faint"
        >
          <Prose text={item} />
        </li>
      ))}
    </ul>
  );
}

import type { ReactNode } from 'react';

/** A line of the picture: its name at the left, above it on a phone, and what it holds along the seconds. */
export function Lane({ name, remark, children }: { name: string; remark?: string; children: ReactNode }) {
  return (
    <div className="border-t border-line py-1.5 desk:grid desk:grid-cols-[var(--label)_1fr]">
      <div className="pr-3 leading-tight max-desk:flex max-desk:gap-2 max-desk:pb-1">
        <span className="font-medium">{name}</span>
        {remark !== undefined && <span className="block text-label text-muted">{remark}</span>}
      </div>
      <div className="mx-[7px]">{children}</div>
    </div>
  );
}

'use client';

import { Check, ChevronDown } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { buttonClass } from './button';

/** Classes of a choice in a menu. */
export const menuChoiceClass =
  'flex cursor-pointer items-center gap-2 rounded-row py-1 pr-2 pl-1.5 outline-none data-highlighted:bg-row-hover';

/** Classes of what a menu does, above its choices. */
export const menuActionClass =
  'rounded-row px-2 py-1 text-muted outline-none data-disabled:text-faint data-highlighted:bg-row-hover';

/** A menu under a quiet button: `word` says what it is of, `shown` what is chosen. */
export function Menu({ word, shown, children }: { word: string; shown: ReactNode; children: ReactNode }) {
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger className={buttonClass({ kind: 'quiet', size: 'small' })}>
        <span className="text-faint">{word}</span> {shown}
        <ChevronDown aria-hidden size={14} strokeWidth={1.6} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="end"
          sideOffset={4}
          collisionPadding={8}
          className="z-50 max-h-[min(26rem,var(--radix-dropdown-menu-content-available-height))] min-w-52 overflow-y-auto rounded-control border border-line-strong bg-raised p-1 text-small"
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

/** The check mark of a choice that is on; it keeps its place while it is off. */
export function MenuMark() {
  return (
    <span className="w-3.5 flex-none text-accent-text">
      <DropdownMenu.ItemIndicator>
        <Check aria-hidden size={14} strokeWidth={2} />
      </DropdownMenu.ItemIndicator>
    </span>
  );
}

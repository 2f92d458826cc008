'use client';

import { clsx } from 'clsx';
import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { useRef, type ReactNode } from 'react';
import { IconButton } from './button';

type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** One sentence below the title. */
  description?: string;
  children: ReactNode;
  /** `center` for a question, `sheet` for a panel that comes up from below on a phone. */
  form?: 'center' | 'sheet';
};

const forms = {
  center:
    'top-[12vh] left-1/2 max-h-[76vh] w-[min(36rem,calc(100vw-2rem))] -translate-x-1/2 rounded-control border border-line-strong',
  sheet:
    'inset-x-0 bottom-0 max-h-[88vh] rounded-t-sheet border-t border-line-strong shadow-[0_-8px_24px_rgb(0_0_0/0.12)]',
};

/** A dialog: takes the focus, gives it back, closes at Esc. */
export function Dialog({ open, onOpenChange, title, description, children, form = 'center' }: DialogProps) {
  // Radix gives the focus back to its own trigger alone, and these dialogs have none.
  const opener = useRef<Element | null>(null);
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-scrim" />
        <Radix.Content
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
          onOpenAutoFocus={() => {
            opener.current = document.activeElement;
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (opener.current instanceof HTMLElement) opener.current.focus();
          }}
          className={clsx('fixed z-40 flex flex-col bg-surface', forms[form])}
        >
          <div className="flex items-start gap-3 border-b border-line py-2.5 pr-3 pl-5">
            <div className="min-w-0 flex-1 pt-1">
              <Radix.Title className="text-lead font-semibold">{title}</Radix.Title>
              {description !== undefined && (
                <Radix.Description className="text-muted">{description}</Radix.Description>
              )}
            </div>
            <Radix.Close asChild>
              <IconButton label="Close">
                <X aria-hidden size={16} strokeWidth={1.6} />
              </IconButton>
            </Radix.Close>
          </div>
          <div className="min-h-0 overflow-y-auto p-5">{children}</div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

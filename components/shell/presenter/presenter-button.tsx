'use client';

import { Presentation } from 'lucide-react';
import { IconButton } from '@/components/ui/button';
import { setPresenter, usePresenter } from './use-presenter';

/** Makes everything larger, for a room, and shows one part of the page at a time. */
export function PresenterButton({ presenter }: { presenter: boolean }) {
  const on = usePresenter(presenter);
  return (
    <IconButton
      label="Presenter view"
      aria-pressed={on}
      aria-keyshortcuts="Shift+P"
      className="max-desk:hidden aria-pressed:text-accent-text"
      onClick={() => setPresenter(!on)}
    >
      <Presentation aria-hidden size={16} strokeWidth={1.6} />
    </IconButton>
  );
}

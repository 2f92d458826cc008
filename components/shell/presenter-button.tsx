'use client';

import { Presentation } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '@/components/ui/button';
import { PRESENTER_COOKIE } from './presenter';

/** Makes everything a quarter larger, for a room. */
export function PresenterButton({ presenter }: { presenter: boolean }) {
  const [on, setOn] = useState(presenter);
  return (
    <IconButton
      label="Presenter view"
      aria-pressed={on}
      className="max-desk:hidden aria-pressed:text-accent-text"
      onClick={() => {
        document.documentElement.toggleAttribute('data-presenter', !on);
        document.cookie = `${PRESENTER_COOKIE}=${on ? '0' : '1'}; path=/; samesite=strict`;
        setOn(!on);
      }}
    >
      <Presentation aria-hidden size={16} strokeWidth={1.6} />
    </IconButton>
  );
}

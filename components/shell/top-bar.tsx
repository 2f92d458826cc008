'use client';

import { SourceButton } from './source-button';
import { Freshness } from './freshness';
import { ThemeMenu } from './theme-menu';
import type { Theme } from './theme';

/** The bar: what is looked at, how fresh it is, find, theme. */
export function TopBar({ theme }: { theme: Theme }) {
  return (
    <header className="sticky top-0 z-10 flex items-center gap-1 border-b border-line bg-bg px-2 desk:gap-3 desk:px-4">
      <SourceButton />
      <span aria-hidden className="hidden h-4 w-px bg-line desk:block" />
      <Freshness />
      <span className="flex-1" />
      <ThemeMenu theme={theme} />
    </header>
  );
}

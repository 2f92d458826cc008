'use client';

import { Keyboard, Search } from 'lucide-react';
import { useCallback, useState } from 'react';
import { IconButton } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { Finder } from './finder/finder';
import { Freshness } from './freshness';
import { KeysHelp } from './keys-help';
import { PresenterButton } from './presenter/presenter-button';
import { SourceButton } from './source-button';
import type { Theme } from './theme';
import { ThemeMenu } from './theme-menu';
import { useShellKeys } from './use-shell-keys';

type Opened = 'finder' | 'keys' | null;

/** The bar: what is looked at, how fresh it is, find, keys, presenter view, theme. */
export function TopBar({ theme, presenter }: { theme: Theme; presenter: boolean }) {
  const [opened, setOpened] = useState<Opened>(null);
  const find = useCallback(() => setOpened((was) => (was === 'finder' ? null : 'finder')), []);
  const help = useCallback(() => setOpened('keys'), []);
  useShellKeys({ find, help });
  return (
    <header className="sticky top-0 z-10 flex min-w-0 items-center border-b border-line bg-bg px-2 desk:gap-3 desk:px-4">
      <SourceButton />
      <span aria-hidden className="hidden h-4 w-px flex-none bg-line desk:block" />
      <Freshness />
      <span className="flex-1" />
      <button
        type="button"
        onClick={find}
        aria-keyshortcuts="Meta+K Control+K"
        className="hidden h-8 w-75 min-w-36 shrink-2 items-center gap-2 rounded-control border border-line bg-surface pr-1.5 pl-2.5 text-faint hover:border-line-strong desk:flex"
      >
        <Search aria-hidden size={14} strokeWidth={1.6} className="flex-none" />
        <span className="min-w-0 flex-1 truncate text-left">Find a service, IP:port, field, word</span>
        <Kbd>⌘K</Kbd>
      </button>
      <IconButton label="Find" onClick={find} className="desk:hidden">
        <Search aria-hidden size={16} strokeWidth={1.6} />
      </IconButton>
      <div className="flex flex-none items-center desk:gap-1">
        <IconButton label="Keys" onClick={help} className="max-desk:hidden">
          <Keyboard aria-hidden size={16} strokeWidth={1.6} />
        </IconButton>
        <PresenterButton presenter={presenter} />
        <ThemeMenu theme={theme} />
      </div>
      <Finder open={opened === 'finder'} onOpenChange={(open) => setOpened(open ? 'finder' : null)} />
      <KeysHelp open={opened === 'keys'} onOpenChange={(open) => setOpened(open ? 'keys' : null)} />
    </header>
  );
}

'use client';

import { Check, SunMoon } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useState } from 'react';
import { IconButton } from '@/components/ui/button';
import { THEME_COOKIE, parseTheme, themeAttribute, themes, type Theme } from './theme';

const YEAR_S = 365 * 24 * 60 * 60;

function keepTheme(theme: Theme) {
  const attribute = themeAttribute(theme);
  if (attribute === undefined) delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = attribute;
  document.cookie = `${THEME_COOKIE}=${theme}; path=/; max-age=${YEAR_S}; samesite=strict`;
}

/** Chooses between light, dark, high contrast and what the system says. */
export function ThemeMenu({ theme }: { theme: Theme }) {
  const [chosen, setChosen] = useState(theme);
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <IconButton label="Theme">
          <SunMoon aria-hidden size={16} strokeWidth={1.6} />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="end"
          sideOffset={6}
          className="z-50 min-w-44 rounded-control border border-line-strong bg-raised p-1"
        >
          <DropdownMenu.RadioGroup
            value={chosen}
            onValueChange={(value) => {
              const next = parseTheme(value);
              setChosen(next);
              keepTheme(next);
            }}
          >
            {themes.map(({ value, label }) => (
              <DropdownMenu.RadioItem
                key={value}
                value={value}
                className="flex h-8 cursor-pointer items-center gap-2 rounded-row pr-3 pl-7 outline-none data-highlighted:bg-row-hover max-desk:h-11"
              >
                <DropdownMenu.ItemIndicator className="absolute left-3 text-accent">
                  <Check aria-hidden size={14} />
                </DropdownMenu.ItemIndicator>
                {label}
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

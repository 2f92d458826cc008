/** What a reader can choose; `system` follows the machine, `contrast` follows it too, at high contrast. */
export type Theme = 'system' | 'light' | 'dark' | 'contrast';

/** The cookie that keeps the choice: read by the layout, so that the first byte is already right and no script is needed. */
export const THEME_COOKIE = 'kpr-theme';

export const themes: readonly { value: Theme; label: string }[] = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'contrast', label: 'High contrast' },
];

/** Gives the theme a cookie's value names; `system` for anything else. */
export function parseTheme(value: string | undefined): Theme {
  return themes.find((theme) => theme.value === value)?.value ?? 'system';
}

/** Gives the value of `data-theme` on <html>; undefined leaves it to the system. */
export function themeAttribute(theme: Theme): string | undefined {
  return theme === 'system' ? undefined : theme;
}

/** The ground that is on screen now, light or dark; high contrast is on either. */
export function shownTheme(): 'light' | 'dark' {
  const chosen = document.documentElement.dataset['theme'];
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

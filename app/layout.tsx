import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import '@fontsource-variable/ibm-plex-sans/wght.css';
import '@fontsource/ibm-plex-mono/400.css';
import '@fontsource/ibm-plex-mono/500.css';
import '@fontsource/ibm-plex-mono/600.css';
import { AppShell } from '@/components/shell/app-shell';
import { PRESENTER_COOKIE, isPresenter } from '@/components/shell/presenter/presenter-cookie';
import { THEME_COOKIE, parseTheme, themeAttribute } from '@/components/shell/theme';
import './globals.css';
import { Providers } from './providers';

export const metadata: Metadata = {
  title: { default: 'KPR Explorer', template: '%s · KPR Explorer' },
  description: 'What Cilium does in place of kube-proxy, on each node',
  icons: { icon: '/icon.svg' },
  robots: { index: false, follow: false },
  referrer: 'same-origin',
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const kept = await cookies();
  const theme = parseTheme(kept.get(THEME_COOKIE)?.value);
  const presenter = isPresenter(kept.get(PRESENTER_COOKIE)?.value);
  return (
    // The theme menu and the presenter button set these two in the document itself.
    <html
      lang="en"
      data-theme={themeAttribute(theme)}
      data-presenter={presenter ? '' : undefined}
      suppressHydrationWarning
    >
      <body>
        <Providers>
          <AppShell theme={theme} presenter={presenter}>
            {children}
          </AppShell>
        </Providers>
      </body>
    </html>
  );
}

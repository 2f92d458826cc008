import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import '@fontsource-variable/ibm-plex-sans/wght.css';
import '@fontsource/ibm-plex-mono/400.css';
import '@fontsource/ibm-plex-mono/500.css';
import '@fontsource/ibm-plex-mono/600.css';
import { AppShell } from '@/components/shell/app-shell';
import { THEME_COOKIE, parseTheme, themeAttribute } from '@/components/shell/theme';
import './globals.css';
import { Providers } from './providers';

export const metadata: Metadata = {
  title: { default: 'KPR Explorer', template: '%s · KPR Explorer' },
  description: 'What Cilium does in place of kube-proxy, on each node',
  robots: { index: false, follow: false },
  referrer: 'same-origin',
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = parseTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <html lang="en" data-theme={themeAttribute(theme)} suppressHydrationWarning>
      <body>
        <Providers>
          <AppShell theme={theme}>{children}</AppShell>
        </Providers>
      </body>
    </html>
  );
}

import type { Metadata } from 'next';
import { Suspense } from 'react';
import { StatusPage } from '@/components/status/status-page';

export const metadata: Metadata = { title: 'Status' };

export default function Page() {
  return (
    <Suspense>
      <StatusPage />
    </Suspense>
  );
}

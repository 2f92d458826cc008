import type { Metadata } from 'next';
import { DsrPage } from '@/components/learn/dsr/dsr-page';

export const metadata: Metadata = { title: 'SNAT, DSR, Hybrid' };

export default function Page() {
  return <DsrPage />;
}

import type { Metadata } from 'next';
import { RowsPage } from '@/components/learn/rows/rows-page';

export const metadata: Metadata = { title: 'From a Service to its rows' };

export default function Page() {
  return <RowsPage />;
}

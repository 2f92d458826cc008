import type { Metadata } from 'next';
import { TerminationPage } from '@/components/learn/termination/termination-page';

export const metadata: Metadata = { title: 'Graceful termination' };

export default function Page() {
  return <TerminationPage />;
}

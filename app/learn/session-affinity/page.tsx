import type { Metadata } from 'next';
import { AffinityPage } from '@/components/learn/affinity/affinity-page';

export const metadata: Metadata = { title: 'Session affinity' };

export default function Page() {
  return <AffinityPage />;
}

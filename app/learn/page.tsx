import type { Metadata } from 'next';
import { LearnIndex } from '@/components/learn/learn-index';

export const metadata: Metadata = { title: 'Learn' };

export default function Page() {
  return <LearnIndex />;
}

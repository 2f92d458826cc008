import type { Metadata } from 'next';
import { TrainersPage } from '@/components/learn/trainers/trainers-page';

export const metadata: Metadata = { title: 'For trainers' };

export default function Page() {
  return <TrainersPage />;
}

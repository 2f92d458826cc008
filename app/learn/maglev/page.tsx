import type { Metadata } from 'next';
import { MaglevPage } from '@/components/learn/maglev/maglev-page';

export const metadata: Metadata = { title: 'Maglev' };

export default function Page() {
  return <MaglevPage />;
}

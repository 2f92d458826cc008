import type { Metadata } from 'next';
import { ChangePage } from '@/components/change/change-page';

export const metadata: Metadata = { title: 'Change settings' };

export default function Page() {
  return <ChangePage />;
}

import type { Metadata } from 'next';
import { NatPage } from '@/components/learn/nat/nat-page';

export const metadata: Metadata = { title: 'NAT46/64' };

export default function Page() {
  return <NatPage />;
}

import type { Metadata } from 'next';
import { XdpPage } from '@/components/learn/xdp/xdp-page';

export const metadata: Metadata = { title: 'XDP or tc' };

export default function Page() {
  return <XdpPage />;
}

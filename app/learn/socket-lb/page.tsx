import type { Metadata } from 'next';
import { SocketPage } from '@/components/learn/socket/socket-page';

export const metadata: Metadata = { title: 'Socket LB' };

export default function Page() {
  return <SocketPage />;
}

import type { Metadata } from 'next';
import { DevicesPage } from '@/components/learn/devices/devices-page';

export const metadata: Metadata = { title: 'Devices and direct routing' };

export default function Page() {
  return <DevicesPage />;
}

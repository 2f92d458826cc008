import type { Metadata } from 'next';
import { KubeProxyPage } from '@/components/learn/kube-proxy/kube-proxy-page';

export const metadata: Metadata = { title: 'Without kube-proxy' };

export default function Page() {
  return <KubeProxyPage />;
}

import type { Metadata } from 'next';
import { AgreementPage } from '@/components/agreement/agreement-page';

export const metadata: Metadata = { title: 'Agreement' };

export default function Page() {
  return <AgreementPage />;
}

import type { Metadata } from 'next';
import { PageHead } from '@/components/shell/page-head';
import { TextLink } from '@/components/ui/text-link';
import { paths } from '@/lib/paths';

export const metadata: Metadata = { title: 'No such page' };

export default function NotFound() {
  return (
    <>
      <PageHead title="No such page" />
      <p className="max-w-prose px-4 text-lead text-muted desk:px-6">
        Nothing lives at this address. Start from the <TextLink href={paths.overview}>Overview</TextLink> or
        look through the <TextLink href={paths.services}>Services</TextLink>.
      </p>
    </>
  );
}

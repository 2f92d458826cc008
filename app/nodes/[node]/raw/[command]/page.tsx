import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readSegment } from '@/components/node/read-segment';
import { RawPage } from '@/components/raw/raw-page';

type PageProps = { params: Promise<{ node: string; command: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { node, command } = await params;
  return { title: `${readSegment(command)} of ${readSegment(node)}` };
}

export default async function Page({ params }: PageProps) {
  const { node, command } = await params;
  if (command !== 'status' && command !== 'service-list') notFound();
  return <RawPage node={readSegment(node)} command={command} />;
}

import type { Metadata } from 'next';
import { NodePage } from '@/components/node/node-page';
import { readSegment } from '@/components/node/read-segment';

type PageProps = { params: Promise<{ node: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: readSegment((await params).node) };
}

export default async function Page({ params }: PageProps) {
  return <NodePage node={readSegment((await params).node)} />;
}

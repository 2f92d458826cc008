import type { Metadata } from 'next';
import { readSegment } from '@/components/node/read-segment';
import { RolloutPage } from '@/components/rollout/rollout-page';

type PageProps = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: `Rollout ${readSegment((await params).id)}` };
}

export default async function Page({ params }: PageProps) {
  return <RolloutPage id={readSegment((await params).id)} />;
}

import type { Metadata } from 'next';
import { LessonPage } from '@/components/learn/lesson/lesson-page';
import { readSegment } from '@/components/node/read-segment';
import { findLesson } from '@/lib/learn/lesson/lesson-list';

type PageProps = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: findLesson(readSegment((await params).id))?.lesson.title ?? 'Lesson' };
}

export default async function Page({ params }: PageProps) {
  return <LessonPage id={readSegment((await params).id)} />;
}

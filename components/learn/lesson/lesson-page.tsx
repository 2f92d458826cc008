'use client';

import { Suspense } from 'react';
import { PageHead } from '@/components/shell/page-head';
import { PanelMessage } from '@/components/ui/panel-message';
import { TextLink } from '@/components/ui/text-link';
import { findLesson, lessons } from '@/lib/learn/lesson/lesson-list';
import { paths } from '@/lib/paths';
import { LessonBody } from './lesson-body';

/** The page of one lesson of the path. */
export function LessonPage({ id }: { id: string }) {
  const found = findLesson(id);
  if (found === null) {
    return (
      <>
        <PageHead title="Lesson" />
        <div className="px-4 py-4 desk:px-6">
          <PanelMessage fact="There is no such lesson.">
            <TextLink href={paths.learn}>All lessons</TextLink>
          </PanelMessage>
        </div>
      </>
    );
  }
  const { lesson, number } = found;
  const next = lessons[number];
  return (
    <Suspense>
      <LessonBody
        key={id}
        lesson={lesson}
        progressId={id}
        place={`lesson ${number} of ${lessons.length}`}
        next={next === undefined ? null : { id: next.id, title: next.title }}
      />
    </Suspense>
  );
}

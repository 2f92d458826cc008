'use client';

import { Suspense } from 'react';
import { PageHead } from '@/components/shell/page-head';
import { PanelMessage } from '@/components/ui/panel-message';
import { TextLink } from '@/components/ui/text-link';
import { findLesson, lessons } from '@/lib/learn/lesson/lesson-list';
import { paths } from '@/lib/paths';
import { LessonBody } from './lesson-body';
import { ownPrefix, useOwnLessons } from './use-own-lessons';

/** The page of one lesson: of the path, or of a trainer whose lesson was taken in. */
export function LessonPage({ id }: { id: string }) {
  return (
    <Suspense>
      {id.startsWith(ownPrefix) ? <OwnLesson key={id} id={id} /> : <PathLesson key={id} id={id} />}
    </Suspense>
  );
}

function PathLesson({ id }: { id: string }) {
  const found = findLesson(id);
  if (found === null) {
    return <NoLesson fact="There is no such lesson." href={paths.learn} words="All lessons" />;
  }
  const { lesson, number } = found;
  const next = lessons[number];
  return (
    <LessonBody
      lesson={lesson}
      progressId={id}
      place={`lesson ${number} of ${lessons.length}`}
      next={next === undefined ? null : { id: next.id, title: next.title }}
    />
  );
}

function OwnLesson({ id }: { id: string }) {
  const { ownLessons } = useOwnLessons();
  if (ownLessons === null) return null;
  const lesson = ownLessons.find((one) => `${ownPrefix}${one.id}` === id);
  if (lesson === undefined) {
    const fact = 'This browser has no such lesson.';
    return <NoLesson fact={fact} href={paths.trainers} words="Take a trainer’s lesson in" />;
  }
  return <LessonBody lesson={lesson} progressId={id} place="a trainer’s lesson" next={null} />;
}

function NoLesson({ fact, href, words }: { fact: string; href: string; words: string }) {
  return (
    <>
      <PageHead title="Lesson" />
      <div className="px-4 py-4 desk:px-6">
        <PanelMessage fact={fact}>
          <TextLink href={href}>{words}</TextLink>
        </PanelMessage>
      </div>
    </>
  );
}

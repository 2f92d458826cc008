'use client';

import Link from 'next/link';
import { Button, buttonClass } from '@/components/ui/button';
import { keptMax } from '@/components/learn/lesson/kept-lessons';
import { ownPrefix, useOwnLessons } from '@/components/learn/lesson/use-own-lessons';
import { useProgress } from '@/components/learn/lesson/use-progress';
import type { Lesson } from '@/lib/learn/lesson/lesson-schema';
import { shownFaults, type ReadLesson } from '@/lib/learn/lesson/read-lesson';
import { unknownNames } from '@/lib/learn/lesson/unknown-names';
import { unknownWords } from '@/lib/learn/lesson/unknown-words';
import { paths } from '@/lib/paths';
import { intakeOf } from './intake';

type ForeignLessonProps = {
  read: ReadLesson;
  /** Where it came from: a file’s name, a ConfigMap, a link. */
  from: string;
};

/** A lesson that came from elsewhere: what is wrong with it, or what it is, until somebody takes it in. */
export function ForeignLesson({ read, from }: ForeignLessonProps) {
  const { lesson } = read;
  const faults =
    read.faults ?? [...unknownNames(read.lesson), ...unknownWords(read.lesson)].slice(0, shownFaults);
  if (lesson === undefined || faults.length > 0) {
    return (
      <div role="alert" className="rounded-control bg-bad-soft px-3 py-2.25">
        <p className="font-semibold wrap-anywhere">{from} is no lesson that can be read.</p>
        <ul className="pt-1">
          {faults.map(({ place, problem }, index) => (
            <li key={index} className="pt-1">
              <code className="mono block leading-5 wrap-anywhere">{place}</code>
              <span className="wrap-anywhere text-muted">{problem}</span>
            </li>
          ))}
        </ul>
      </div>
    );
  }
  return (
    <div className="border-l-2 border-accent bg-surface px-3 py-2.5">
      <p className="text-small wrap-anywhere text-muted">
        From {from}. It is not ours: nobody here has read it.
      </p>
      <p className="font-semibold wrap-anywhere">{lesson.title}</p>
      <p className="wrap-anywhere text-muted">
        {lesson.line} · {lesson.cards.length} {lesson.cards.length === 1 ? 'card' : 'cards'} · about{' '}
        {lesson.minutes} min
        {lesson.changesCluster && ' · its task changes the cluster'}
      </p>
      <p className="wrap-anywhere text-muted">Task: {lesson.task.title}</p>
      <div className="flex flex-wrap items-center gap-2 pt-2">
        <TakeIn lesson={lesson} />
        <span className="text-small text-muted">
          It is text and tasks only: it cannot run anything, and links within this product alone.
        </span>
      </div>
    </div>
  );
}

/** The way to take a lesson in, with what that does to those that are there; the way to it where it is. */
function TakeIn({ lesson }: { lesson: Lesson }) {
  const { ownLessons, keep } = useOwnLessons();
  const { forget } = useProgress();
  const intake = intakeOf(lesson, ownLessons ?? []);
  const ownId = `${ownPrefix}${lesson.id}`;
  if (intake === 'there') {
    return (
      <Link href={paths.lesson(ownId)} className={buttonClass({ kind: 'primary' })}>
        Open {lesson.title}
      </Link>
    );
  }
  if (intake === 'too-many') {
    return (
      <p className="w-full text-warn">
        {keptMax} lessons are taken in, and no more are kept: forget one first.
      </p>
    );
  }
  return (
    <>
      {intake === 'replaces' && (
        <p className="w-full text-warn">
          It replaces the one you have under the same id, {lesson.id}. Your progress in it begins anew.
        </p>
      )}
      <Button
        kind="primary"
        onClick={() => {
          // What was done in another lesson of this id is not done in this one.
          if (keep(lesson)) forget(ownId);
        }}
      >
        Take it in
      </Button>
    </>
  );
}

'use client';

import Link from 'next/link';
import { useState } from 'react';
import { Button, buttonClass } from '@/components/ui/button';
import { ownPrefix, useOwnLessons } from '@/components/learn/lesson/use-own-lessons';
import type { ReadLesson } from '@/lib/learn/lesson/read-lesson';
import { paths } from '@/lib/paths';

type ForeignLessonProps = {
  read: ReadLesson;
  /** Where it came from: a file’s name, a ConfigMap, a link. */
  from: string;
};

/** A lesson that came from elsewhere: what is wrong with it, or what it is, until somebody takes it in. */
export function ForeignLesson({ read, from }: ForeignLessonProps) {
  const { keep } = useOwnLessons();
  const [isTaken, setTaken] = useState(false);
  if (read.faults !== undefined) {
    return (
      <div role="alert" className="rounded-control bg-bad-soft px-3 py-2.25">
        <p className="font-semibold wrap-anywhere">{from} is no lesson that can be read.</p>
        <ul className="pt-1">
          {read.faults.map(({ place, problem }, index) => (
            <li key={index} className="grid gap-x-3 desk:grid-cols-[minmax(8rem,auto)_1fr]">
              <code className="mono leading-5 wrap-anywhere">{place}</code>
              <span className="wrap-anywhere text-muted">{problem}</span>
            </li>
          ))}
        </ul>
      </div>
    );
  }
  const { lesson } = read;
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
        {isTaken ? (
          <Link href={paths.lesson(`${ownPrefix}${lesson.id}`)} className={buttonClass({ kind: 'primary' })}>
            Open {lesson.title}
          </Link>
        ) : (
          <Button
            kind="primary"
            onClick={() => {
              keep(lesson);
              setTaken(true);
            }}
          >
            Take it in
          </Button>
        )}
        <span className="text-small text-muted">
          It is text and tasks only: it cannot run anything, and links within this product alone.
        </span>
      </div>
    </div>
  );
}

'use client';

import Link from 'next/link';
import { saveFile } from '@/components/export/save-file';
import { ownPrefix, useOwnLessons } from '@/components/learn/lesson/use-own-lessons';
import { CopyButton } from '@/components/ui/copy-button';
import { TextButton } from '@/components/ui/text-link';
import type { Lesson } from '@/lib/learn/lesson/lesson-schema';
import { packLesson, shareKey } from '@/lib/learn/lesson/lesson-share';
import { paths } from '@/lib/paths';

/** The lessons that were taken in: to be opened, shared, saved, or forgotten. */
export function OwnLessonList() {
  const { ownLessons, remove } = useOwnLessons();
  if (ownLessons === null || ownLessons.length === 0) return null;
  return (
    <section aria-labelledby="own-lessons">
      <h2 id="own-lessons" className="pb-1 font-semibold">
        Taken in
      </h2>
      <ul>
        {ownLessons.map((lesson) => (
          <li
            key={lesson.id}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line py-1.5"
          >
            <Link
              href={paths.lesson(`${ownPrefix}${lesson.id}`)}
              className="min-w-0 flex-1 font-semibold wrap-anywhere text-accent-text underline-offset-3 hover:underline"
            >
              {lesson.title}
            </Link>
            <CopyButton
              label={`a link that holds ${lesson.title}`}
              word="Copy link"
              text={() => shareLink(lesson)}
            />
            <TextButton
              onClick={() =>
                saveFile(
                  new Blob([JSON.stringify(lesson, null, 2)], { type: 'application/json' }),
                  `${lesson.id}.json`,
                )
              }
            >
              Save<span className="sr-only"> {lesson.title}</span>
            </TextButton>
            <TextButton onClick={() => remove(lesson.id)}>
              Forget<span className="sr-only"> {lesson.title}</span>
            </TextButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The lesson stands in the fragment: no server gets to see it. */
function shareLink(lesson: Lesson): string {
  return `${window.location.origin}${paths.trainers}#${shareKey}=${packLesson(lesson)}`;
}

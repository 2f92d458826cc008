'use client';

import { clsx } from 'clsx';
import Link from 'next/link';
import { useMemo } from 'react';
import { buttonClass } from '@/components/ui/button';
import { lessons, stageLines } from '@/lib/learn/lesson/lesson-list';
import { pathOverview, type PathEntry } from '@/lib/learn/lesson/path-overview';
import { paths } from '@/lib/paths';
import { PathProgress } from './path-progress';
import { StateDot } from './state-dot';
import { useProgress } from './use-progress';

const columns =
  'grid grid-cols-[1.75rem_1rem_minmax(0,1fr)] gap-x-2.5 desk:grid-cols-[1.75rem_1rem_minmax(0,1.75fr)_minmax(0,1fr)_5.5rem]';

/** The path of lessons: what is done, what is next. Nothing is locked; the order is advice. */
export function LessonPath() {
  const { progress } = useProgress();
  const overview = useMemo(() => pathOverview(lessons, progress), [progress]);
  return (
    <section aria-label="Lessons" className="pt-4">
      <PathProgress overview={overview} />
      <div aria-hidden className={clsx(columns, 'text-small text-muted max-desk:hidden')}>
        <span className="col-start-4">Task</span>
        <span className="text-right">Time</span>
      </div>
      {overview.stages.map(({ stage, entries }) => (
        <section key={stage} aria-labelledby={`stage-${entries[0]?.number}`} className="pb-3">
          <div className="flex flex-wrap items-baseline gap-x-3 pt-2 pb-1">
            <h2 id={`stage-${entries[0]?.number}`} className="font-semibold">
              {stage}
            </h2>
            <span className="text-small text-muted">{stageLines[stage]}</span>
          </div>
          <ol>
            {entries.map((entry, index) => (
              <Entry
                key={entry.lesson.id}
                entry={entry}
                isFirst={index === 0}
                isLast={index === entries.length - 1}
              />
            ))}
          </ol>
        </section>
      ))}
    </section>
  );
}

type EntryProps = { entry: PathEntry; isFirst: boolean; isLast: boolean };

function Entry({ entry: { lesson, number, state, isCurrent }, isFirst, isLast }: EntryProps) {
  const { id, title, line, minutes, task } = lesson;
  const href = paths.lesson(id);
  return (
    <li
      className={clsx(
        columns,
        'relative items-center border-line py-1.5',
        !isFirst && 'border-t',
        isCurrent && 'bg-surface',
      )}
    >
      <span className="text-right text-muted tabular-nums">{number}</span>
      <span className="relative flex items-center self-stretch">
        <span
          aria-hidden
          className={clsx(
            'absolute left-1.75 w-px -translate-x-1/2 bg-line-strong',
            isFirst ? 'top-1/2' : '-top-1.5',
            isLast ? 'bottom-1/2' : '-bottom-1.5',
          )}
        />
        <StateDot state={state} />
      </span>
      <div className="min-w-0">
        <Link
          href={href}
          className="font-semibold underline-offset-3 hover:underline max-desk:inline-flex max-desk:min-h-11 max-desk:items-center"
        >
          {title}
        </Link>
        <p className="text-small text-muted">{line}</p>
      </div>
      <p className="text-small text-muted max-desk:col-start-3">
        <span className="desk:hidden">Task: </span>
        {task.title}
      </p>
      <span className="text-right text-small text-muted max-desk:col-start-3 max-desk:text-left">
        {isCurrent ? (
          <Link href={href} className={buttonClass({ kind: 'primary', size: 'small' })}>
            {state === 'started' ? 'Continue' : 'Start'}
            <span className="sr-only"> with {title}</span>
          </Link>
        ) : (
          `${minutes} min`
        )}
      </span>
    </li>
  );
}

'use client';

import { clsx } from 'clsx';
import Link from 'next/link';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useHydrated } from '@/components/state/use-hydrated';
import { Button, buttonClass } from '@/components/ui/button';
import type { Lesson } from '@/lib/learn/lesson/lesson-schema';
import { followingQuery, lessonSteps, stepOf, stepQuery } from '@/lib/learn/lesson/lesson-step';
import { factsUnder, simulatorModels } from '@/lib/learn/lesson/simulator-facts';
import type { SimulatorId } from '@/lib/learn/simulator/simulator-id';
import { ClusterNeed } from './cluster-need';
import { LessonHead } from './lesson-head';
import { MarkupText } from './markup-text';
import { PageWay } from './page-way';
import { StepList } from './step-list';
import { TaskPanel } from './task-panel';
import { useLiveCluster } from './use-live-cluster';
import { useProgress } from './use-progress';
import { useRolloutsBefore } from './use-rollouts-before';
import { useSimulatorLink } from './use-simulator-link';
import { useUndo } from './use-undo';
import { ViewPanel } from './view-panel';

type LessonBodyProps = {
  lesson: Lesson;
  progressId: string;
  /** `lesson 8 of 12`. */
  place: string;
  next: { id: string; title: string } | null;
};

/** A lesson: its cards and its task, with what each is shown on beside it. */
export function LessonBody({ lesson, progressId, place, next }: LessonBodyProps) {
  const query = useSearchParams();
  const pathname = usePathname();
  const router = useRouter();
  // The cluster may have answered before this part of the page comes alive: what the server made knows nothing of it.
  const isHydrated = useHydrated();
  const { progress, tell } = useProgress();
  const textRef = useRef<HTMLDivElement>(null);
  const [drafts, setDrafts] = useState<Readonly<Record<number, string>>>({});
  const steps = useMemo(() => lessonSteps(lesson), [lesson]);
  const card = query.get('card');
  const step = stepOf(steps, card);
  const keptCard = progress[progressId]?.card;
  const cluster = useLiveCluster(step?.isTask === true);
  const go = useCallback(
    (to: string) => router.replace(`${pathname}?${to}`, { scroll: false }),
    [router, pathname],
  );
  useRolloutsBefore(lesson, progressId);
  const beside = step?.view ?? null;
  const setSimulator = useSimulatorLink(beside !== null && 'simulator' in beside ? beside.simulator : null);
  const { before, undo } = useUndo(`${lesson.id} ${step?.index}`, query.toString());
  useEffect(() => {
    // A link to the lesson alone goes on where it was left, with what the simulator there begins with.
    if (card === null) {
      const resumed = stepOf(steps, keptCard ?? null);
      if (resumed !== undefined) go(stepQuery(resumed));
    } else tell(progressId, { kind: 'read', card: card.slice(0, 4) });
  }, [card, steps, keptCard, go, progressId, tell]);
  const facts = useCallback(
    (simulator: SimulatorId, link?: Readonly<Record<string, string>>) =>
      link === undefined
        ? simulatorModels[simulator].facts((key) => query.get(key))
        : factsUnder(simulator, link),
    [query],
  );
  if (step === undefined) return null;
  const following = steps[step.index + 1];
  const previous = steps[step.index - 1];
  // A page is opened beside the lesson, and needs no room in it.
  const pageView = step.view !== null && 'page' in step.view ? step.view : null;
  const sideView = step.view !== null && !('page' in step.view) ? step.view : null;
  const hasView = sideView !== null;
  return (
    <>
      <LessonHead title={lesson.title} line={lesson.line} place={place} minutes={lesson.minutes} />
      <StepList steps={steps} current={step} isDone={progress[progressId]?.state === 'done'} />
      <div
        className={clsx(
          'grid border-t border-line desk:min-h-[calc(100dvh-12.5rem)]',
          // A part that is shown alone has the whole width: what stood beside it is away.
          hasView && 'desk:grid-cols-[23rem_minmax(0,1fr)] desk:has-[>[data-away]]:grid-cols-[minmax(0,1fr)]',
        )}
      >
        <div
          ref={textRef}
          data-present={step.isTask ? `Task: ${step.title}` : step.title}
          className={clsx(
            'min-w-0 scroll-mt-12 px-4 py-4 desk:px-6',
            hasView
              ? 'desk:sticky desk:top-0 desk:max-h-[100dvh] desk:self-start desk:overflow-y-auto desk:pr-5'
              : 'max-w-[47rem]',
          )}
        >
          {isHydrated && text()}
        </div>
        {isHydrated && sideView !== null && (
          <div className="min-w-0 max-desk:border-t max-desk:border-line desk:border-l desk:border-line">
            <ViewPanel key={step.index} view={sideView} />
            {/* One below the other, the judge's word is far above what it is about. */}
            {step.isTask && (
              <p className="px-4 pb-4 desk:hidden">
                <Button onClick={() => textRef.current?.scrollIntoView()}>Back to the task</Button>
              </p>
            )}
          </div>
        )}
      </div>
    </>
  );

  function text() {
    if (step === undefined) return null;
    return (
      <div className="space-y-4">
        <h2 className="text-lead font-semibold text-balance">{step.title}</h2>
        {step.isTask && <ClusterNeed lesson={lesson} />}
        {pageView !== null && step.isTask && <PageWay href={pageView.page} words={pageView.words} />}
        {step.isTask ? (
          <TaskPanel
            progressId={progressId}
            lesson={lesson}
            state={{ cluster, facts }}
            next={next}
            drafts={drafts}
            onDrafts={setDrafts}
            onSolve={() => setSimulator(stepQuery(step, lesson.task.solutionLink))}
            onUndo={
              before === null || !hasView
                ? null
                : () => {
                    undo();
                    setSimulator(before);
                  }
            }
            onReset={() => setSimulator(stepQuery(step))}
          />
        ) : (
          <MarkupText text={step.text} />
        )}
        {pageView !== null && !step.isTask && <PageWay href={pageView.page} words={pageView.words} />}
        <div className="flex flex-wrap gap-2 pt-1">
          {following !== undefined && (
            <Link
              href={`?${followingQuery(step, following, query.get('said'))}`}
              scroll={false}
              className={buttonClass({ kind: 'primary' })}
            >
              {following.isTask ? 'To the task' : 'Next'}
            </Link>
          )}
          {previous !== undefined && (
            <Link href={`?${stepQuery(previous)}`} scroll={false} className={buttonClass({ kind: 'quiet' })}>
              Back
            </Link>
          )}
        </div>
      </div>
    );
  }
}

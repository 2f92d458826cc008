'use client';

import { useIsMutating, useQuery } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import Link from 'next/link';
import { useCallback, useState } from 'react';
import { Button, buttonClass } from '@/components/ui/button';
import { isOfCluster, judgeGoal, type JudgedState } from '@/lib/learn/lesson/judge-goal';
import type { Lesson } from '@/lib/learn/lesson/lesson-schema';
import { onOtherCluster } from '@/lib/learn/lesson/on-other-cluster';
import { paths } from '@/lib/paths';
import { sourceQuery } from '@/lib/queries/source';
import { restartKey } from '@/lib/queries/training';
import { GoalItem } from './goal-item';
import { HintList } from './hint-list';
import { MarkupLine, MarkupText } from './markup-text';
import { Solution } from './solution';
import { TaskWaysBack } from './task-ways-back';
import { useProgress } from './use-progress';

type TaskPanelProps = {
  /** Under which progress is kept. */
  progressId: string;
  lesson: Lesson;
  /** What goals are judged on, but for the answer. */
  state: Omit<JudgedState, 'answer' | 'newestBefore'>;
  /** The lesson that follows; null after the last, and for a trainer's. */
  next: { id: string; title: string } | null;
  /** Answers that were begun, by their goal: a look at another card loses none. */
  drafts: Readonly<Record<number, string>>;
  onDrafts: (drafts: Readonly<Record<number, string>>) => void;
  /** Sets the task's simulator as the solution has it. */
  onSolve: () => void;
  /** One step back; null where there is none. */
  onUndo: (() => void) | null;
  /** Back to what the task began with. */
  onReset: () => void;
};

/** The task of a lesson: its goals one after another, the judge's word, hints, the solution. */
export function TaskPanel(props: TaskPanelProps) {
  const { progressId, lesson, state, next, drafts, onDrafts, onSolve, onUndo, onReset } = props;
  const { progress, tell } = useProgress();
  const [seen, setSeen] = useState<Readonly<Record<number, string>>>({});
  const [round, setRound] = useState(0);
  const { task } = lesson;
  const ours = progress[progressId];
  const met = ours?.goalsMet ?? [];
  const at = task.goals.findIndex((_, index) => !met.includes(index));
  const goal = task.goals[at];
  // What the judge said was of a cluster that goes.
  const isRestarting = useIsMutating({ mutationKey: restartKey }) > 0;
  const { data: source } = useQuery(sourceQuery());
  const newestBefore = ours?.newestRolloutBefore;
  const hints = [...(goal?.hints ?? []), ...task.hints];
  const onMet = useCallback(
    (said: string) => {
      setSeen((known) => ({ ...known, [at]: said }));
      tell(progressId, { kind: 'goal-met', goal: at, goals: task.goals.length });
    },
    [at, progressId, tell, task.goals.length],
  );
  const beginAgain = () => {
    setSeen({});
    onDrafts({});
    setRound(round + 1);
    tell(progressId, { kind: 'begun-again' });
    onReset();
  };
  return (
    <section aria-label="Task" className="space-y-4">
      <MarkupText text={task.text} />
      {met.length > 0 && (
        <ol className="space-y-2">
          {task.goals.map(
            ({ say }, index) =>
              met.includes(index) && (
                <li key={index} className="grid grid-cols-[1rem_1fr] gap-x-2">
                  <Check aria-label="met" size={15} strokeWidth={1.8} className="mt-0.75 text-ok" />
                  <span className="min-w-0 wrap-anywhere">
                    <MarkupLine text={say} />
                    {seen[index] !== undefined && (
                      <span className="block text-small text-muted">{seen[index]}</span>
                    )}
                  </span>
                </li>
              ),
          )}
        </ol>
      )}
      {goal !== undefined && (
        <div className="border-t-2 border-text pt-2.5">
          <GoalItem
            key={`${round} ${at} ${isRestarting}`}
            goal={goal}
            number={task.goals.length > 1 ? at + 1 : null}
            answer={drafts[at] ?? ''}
            onAnswer={(answer) => onDrafts({ ...drafts, [at]: answer })}
            wasChecked={ours?.goalChecked === at && isOfCluster(goal.judge)}
            judge={(answer) =>
              onOtherCluster(
                judgeGoal(goal.judge, { ...state, answer, newestBefore }),
                lesson.scenario,
                state.cluster === null ? undefined : source,
              )
            }
            onCheck={() => tell(progressId, { kind: 'goal-checked', goal: at })}
            onMet={onMet}
            beside={
              <>
                {onUndo !== null && (
                  <Button kind="quiet" onClick={onUndo}>
                    Undo
                  </Button>
                )}
                <Button kind="quiet" onClick={beginAgain}>
                  Reset
                </Button>
              </>
            }
          />
        </div>
      )}
      {goal === undefined && (
        <div role="status" className="border-t-2 border-text pt-2.5">
          <p className="font-semibold">Done: {task.title}.</p>
          <div className="flex flex-wrap items-center gap-2 pt-2">
            {next !== null && (
              <Link href={paths.lesson(next.id)} className={buttonClass({ kind: 'primary' })}>
                Next: {next.title}
              </Link>
            )}
            <Link href={paths.learn} className={buttonClass({ kind: next === null ? 'primary' : 'plain' })}>
              The path
            </Link>
            <Button kind="quiet" onClick={beginAgain}>
              Do it again
            </Button>
          </div>
        </div>
      )}
      {lesson.changesCluster && <TaskWaysBack onRestarted={beginAgain} />}
      {goal !== undefined && (
        <HintList
          hints={hints}
          taken={Math.min(ours?.hintsTaken ?? 0, hints.length)}
          onTake={() => tell(progressId, { kind: 'hint-taken' })}
        />
      )}
      {(goal !== undefined || ours?.solutionSeen === true) && (
        <Solution
          task={task}
          goal={goal ?? null}
          cluster={state.cluster}
          isSeen={ours?.solutionSeen ?? false}
          onSee={() => tell(progressId, { kind: 'solution-seen' })}
          onSolve={task.solutionLink === undefined || goal === undefined ? null : onSolve}
        />
      )}
    </section>
  );
}

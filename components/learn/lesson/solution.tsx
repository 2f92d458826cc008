'use client';

import { Button } from '@/components/ui/button';
import { clusterAnswer } from '@/lib/learn/lesson/cluster-answer';
import type { LessonGoal, LessonTask } from '@/lib/learn/lesson/lesson-schema';
import type { LiveCluster } from '@/lib/learn/lesson/live-cluster';
import { MarkupText } from './markup-text';

type SolutionProps = {
  task: LessonTask;
  /** The goal at hand; null where all are met. */
  goal: LessonGoal | null;
  cluster: LiveCluster | null;
  isSeen: boolean;
  onSee: () => void;
  /** Sets the simulator so; null where no state of a simulator is the solution. */
  onSolve: (() => void) | null;
};

/** The solution, where it is asked for: how to get there, and what it comes to on this cluster. */
export function Solution({ task, goal, cluster, isSeen, onSee, onSolve }: SolutionProps) {
  if (!isSeen) {
    return (
      <Button kind="quiet" size="small" onClick={onSee} className="-ml-2">
        Show the solution
      </Button>
    );
  }
  const question = goal?.judge.on === 'answer' ? goal.judge.question : null;
  const answer = question === null || cluster === null ? null : clusterAnswer(cluster, question);
  return (
    <section aria-label="Solution" className="space-y-2 border-l-2 border-line-strong pl-3">
      <p className="text-small text-muted">Solution</p>
      <MarkupText text={task.solution} />
      {answer !== null && (
        <p>
          On this cluster: <code className="mono wrap-anywhere">{answer}</code>
        </p>
      )}
      {onSolve !== null && (
        <Button size="small" onClick={onSolve}>
          Set the simulator so
        </Button>
      )}
    </section>
  );
}

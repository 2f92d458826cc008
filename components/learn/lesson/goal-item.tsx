'use client';

import { useEffect, useState, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { isOfCluster } from '@/lib/learn/lesson/judge-goal';
import type { LessonGoal } from '@/lib/learn/lesson/lesson-schema';
import type { Verdict } from '@/lib/learn/lesson/verdict';
import { AnswerField } from './answer-field';
import { MarkupLine } from './markup-text';
import { VerdictLine } from './verdict-line';

type GoalItemProps = {
  goal: LessonGoal;
  /** Its number, where there are several. */
  number: number | null;
  /** What was typed or chosen so far, and the way to change it. */
  answer: string;
  onAnswer: (answer: string) => void;
  /** It was given to the judge in an earlier visit: it is judged at once. */
  wasChecked: boolean;
  /** Judges it with this answer, as things are now. */
  judge: (answer: string) => Verdict;
  /** What is beside the button that has it judged. */
  beside: ReactNode;
  onCheck: () => void;
  /** Called once it is met, with what is so. */
  onMet: (seen: string) => void;
};

/** The goal at hand: what is to be done, the answer where one is asked for, and what the judge says of it. */
export function GoalItem(props: GoalItemProps) {
  const { goal, number, answer, onAnswer, wasChecked, judge, beside, onCheck, onMet } = props;
  /** The answer that was last given to the judge; what it is judged on may change after that. */
  const [given, setGiven] = useState<string | null>(wasChecked ? answer : null);
  const verdict = given === null ? null : judge(given);
  const isStale = given !== null && given !== answer;
  const metSeen = !isStale && verdict?.is === 'met' ? verdict.seen : null;
  // A cluster takes its time: a goal may be met long after it was given to the judge.
  useEffect(() => {
    if (metSeen !== null) onMet(metSeen);
  }, [metSeen, onMet]);
  return (
    <form
      className="space-y-2.5"
      onSubmit={(event) => {
        event.preventDefault();
        setGiven(answer);
        onCheck();
      }}
    >
      <p className="font-semibold text-pretty">
        {number !== null && `${number}. `}
        <MarkupLine text={goal.say} />
      </p>
      <AnswerField judge={goal.judge} value={answer} onChange={onAnswer} />
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" kind="primary">
          Check
        </Button>
        {beside}
      </div>
      <div aria-live="polite">
        {verdict !== null && !isStale && (
          <>
            <VerdictLine verdict={verdict} />
            {verdict.is !== 'met' && isOfCluster(goal.judge) && (
              <p className="pt-1 text-small text-muted">
                It is judged as the cluster changes, and when you come back here.
              </p>
            )}
          </>
        )}
      </div>
    </form>
  );
}

import { clsx } from 'clsx';
import Link from 'next/link';
import { stepQuery, type LessonStep } from '@/lib/learn/lesson/lesson-step';

type StepListProps = { steps: readonly LessonStep[]; current: LessonStep; isDone: boolean };

/** The cards of a lesson and its task; any can be gone to. */
export function StepList({ steps, current, isDone }: StepListProps) {
  return (
    <nav aria-label="Steps of this lesson">
      <ol className="flex flex-col max-desk:flex-row max-desk:flex-wrap">
        {steps.map((step) => {
          const isCurrent = step.index === current.index;
          return (
            <li key={step.index} className="desk:border-t desk:border-line desk:first:border-t-0">
              <Link
                href={`?${stepQuery(step)}`}
                scroll={false}
                aria-current={isCurrent ? 'step' : undefined}
                className={clsx(
                  'target grid grid-cols-[1.25rem_1fr] items-center gap-x-2 border-l-2 py-1 pl-2.5 max-desk:border-l-0 max-desk:border-b-2 max-desk:px-2',
                  isCurrent
                    ? 'border-accent bg-surface font-semibold'
                    : 'border-transparent text-muted hover:bg-row-hover hover:text-text',
                )}
              >
                <span className="text-right font-normal text-muted tabular-nums">
                  {step.isTask ? (isDone ? '✓' : '→') : step.index + 1}
                </span>
                <span className={clsx('min-w-0', !isCurrent && 'max-desk:sr-only')}>
                  {step.isTask ? `Task: ${step.title}` : step.title}
                </span>
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

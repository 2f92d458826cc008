import { clsx } from 'clsx';
import Link from 'next/link';
import { stepQuery, type LessonStep } from '@/lib/learn/lesson/lesson-step';

type StepListProps = { steps: readonly LessonStep[]; current: LessonStep; isDone: boolean };

/** The cards of a lesson and its task; any can be gone to. */
export function StepList({ steps, current, isDone }: StepListProps) {
  return (
    <nav aria-label="Steps of this lesson" className="overflow-x-auto px-4 desk:px-6">
      <ol className="flex gap-x-1">
        {steps.map((step) => {
          const isCurrent = step.index === current.index;
          return (
            <li key={step.index} className={isCurrent ? 'max-desk:min-w-0' : undefined}>
              <Link
                href={`?${stepQuery(step)}`}
                scroll={false}
                aria-current={isCurrent ? 'step' : undefined}
                className={clsx(
                  'target flex items-center gap-x-1.5 border-b-2 px-2 py-1.5 whitespace-nowrap max-desk:justify-center',
                  isCurrent
                    ? 'border-accent font-semibold'
                    : 'border-transparent text-muted hover:bg-row-hover hover:text-text',
                )}
              >
                <span className="font-normal text-muted tabular-nums">
                  {step.isTask ? (isDone ? '✓' : '→') : step.index + 1}
                </span>
                <span className={isCurrent ? 'max-desk:truncate' : 'max-desk:sr-only'}>
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

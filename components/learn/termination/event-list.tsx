import { clsx } from 'clsx';
import type { TerminationStep } from '@/lib/learn/termination/termination-steps';

type EventListProps = {
  steps: readonly TerminationStep[];
  step: number;
  /** The first step that is hidden. */
  masked: number;
  onStep: (step: number) => void;
};

const places = { pod: 'pod', slice: 'API', table: 'table', connections: '' } as const;

/** Every second at which something happens: the same stops as those of the controls. */
export function EventList({ steps, step, masked, onStep }: EventListProps) {
  return (
    <ol aria-label="Every event">
      {steps.map(({ at, happenings }, index) => (
        <li key={at} className="border-t border-line first:border-t-0">
          {index < masked ? (
            <button
              type="button"
              aria-current={index === step ? 'step' : undefined}
              onClick={() => onStep(index)}
              className={clsx(
                'flex w-full gap-3 border-l-2 px-2.5 py-1 text-left transition-colors duration-200 ease-out',
                index === step ? 'border-accent bg-accent-soft' : 'border-transparent hover:bg-row-hover',
              )}
            >
              <span
                className={clsx(
                  'w-9 flex-none text-right font-medium whitespace-nowrap tabular-nums',
                  index === step ? 'text-accent-text' : 'text-muted',
                )}
              >
                {at} s
              </span>
              <span className="min-w-0">
                {happenings.map(({ where, text }) => (
                  <span
                    key={text}
                    className={clsx('block text-pretty', index > step ? 'text-muted' : 'text-text')}
                  >
                    {places[where] !== '' && (
                      <span className="mr-1.5 text-label text-muted">{places[where]}</span>
                    )}
                    {text}
                  </span>
                ))}
              </span>
            </button>
          ) : (
            <div className="flex min-h-8 gap-3 border-l-2 border-transparent px-2.5 py-1 text-muted">
              <span className="w-9 flex-none text-right font-medium">?</span>
              {index === masked ? 'hidden until you predict' : '–'}
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}

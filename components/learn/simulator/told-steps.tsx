import { clsx } from 'clsx';
import type { ReactNode } from 'react';

/** One step as a list tells it. */
export type ToldStep = {
  title: string;
  /** Set in mono, as it can be typed or was printed; null for nothing. */
  text: ReactNode;
  isAnswer: boolean;
  /** The way ends here, and not well. */
  isEnd: boolean;
};

type ToldStepsProps = {
  label: string;
  steps: readonly ToldStep[];
  step: number;
  /** The first step that is hidden. */
  masked: number;
  onStep: (step: number) => void;
  /** Items after the last step. */
  children?: ReactNode;
};

/** Every step in order, with the numbers of the picture and of the scrubber; hidden ones keep their height. */
export function ToldSteps({ label, steps, step, masked, onStep, children }: ToldStepsProps) {
  return (
    <ol aria-label={label}>
      {steps.map((each, index) => (
        <li key={index} className="border-t border-line first:border-t-0">
          {index < masked ? (
            <Told
              told={each}
              index={index}
              isCurrent={index === step}
              isAhead={index > step}
              onStep={onStep}
            />
          ) : (
            <div className="flex min-h-12 gap-3 border-l-2 border-transparent px-2.5 py-1 text-muted">
              <span className="w-5 flex-none text-right font-medium">{index + 1}</span>
              {index === masked ? 'hidden until you predict' : '–'}
            </div>
          )}
        </li>
      ))}
      {children}
    </ol>
  );
}

type ToldProps = {
  told: ToldStep;
  index: number;
  isCurrent: boolean;
  isAhead: boolean;
  onStep: (step: number) => void;
};

function Told({ told: { title, text, isAnswer, isEnd }, index, isCurrent, isAhead, onStep }: ToldProps) {
  return (
    <button
      type="button"
      aria-current={isCurrent ? 'step' : undefined}
      onClick={() => onStep(index)}
      className={clsx(
        'flex w-full gap-3 border-l-2 px-2.5 py-1 text-left transition-colors duration-200 ease-out',
        isCurrent ? 'border-accent bg-accent-soft' : 'border-transparent hover:bg-row-hover',
      )}
    >
      <span
        className={clsx(
          'w-5 flex-none text-right font-medium',
          isCurrent ? 'text-accent-text' : 'text-muted',
        )}
      >
        {index + 1}
      </span>
      <span className="min-w-0">
        <span
          className={clsx(
            'block text-pretty',
            isCurrent && 'font-semibold',
            isEnd ? 'font-semibold text-bad' : isAhead && 'text-muted',
          )}
        >
          {isAnswer && '← '}
          {title}
        </span>
        {text !== null && <span className="mono block wrap-anywhere text-muted">{text}</span>}
      </span>
    </button>
  );
}

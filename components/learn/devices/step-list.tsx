import { clsx } from 'clsx';
import { deviceTests } from '@/lib/cilium/devices/device-tests';
import type { DevicesOutcome } from '@/lib/learn/devices/devices-outcome';
import { stepCount } from '@/lib/learn/devices/devices-predictions';
import { stepTitle } from '@/lib/learn/devices/test-words';

type StepListProps = {
  outcome: DevicesOutcome;
  step: number;
  masked: number;
  onStep: (step: number) => void;
};

/** All steps; one that is chosen comes into sight. */
export function StepList({ outcome, step, masked, onStep }: StepListProps) {
  return (
    <section aria-label="Steps" className="pt-3 pb-4">
      <h2 className="pb-1 font-semibold">Every step</h2>
      <ol aria-label="Every step">
        {Array.from({ length: stepCount }, (_, index) => (
          <li key={index} className="border-t border-line">
            <button
              type="button"
              disabled={index >= masked}
              aria-current={index === step ? 'step' : undefined}
              onClick={() => onStep(index)}
              className={clsx(
                'target grid w-full grid-cols-[1.5rem_minmax(0,1fr)_auto] gap-x-2 py-1 text-left disabled:cursor-default',
                index === step ? 'bg-accent-soft' : index < masked && 'hover:bg-row-hover',
              )}
            >
              <span className="pl-1 text-muted">{index + 1}</span>
              <span className={index >= masked ? 'text-muted' : undefined}>{stepTitle(index)}</span>
              <span className="pr-1 text-small text-muted">
                {index < masked && index <= step ? leftOut(outcome, index) : ''}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

function leftOut({ tested }: DevicesOutcome, step: number): string {
  const test = deviceTests[step - 1];
  if (test === undefined) return '';
  const count = tested.filter(({ outcomes }) => outcomes[step - 1]?.result === 'fail').length;
  return count === 0 ? '' : `− ${count}`;
}

import { clsx } from 'clsx';
import type { AffinityStep } from '@/lib/learn/affinity/affinity-walk';
import { reasonWords } from '@/lib/learn/affinity/reason-text';
import { formatMoment } from '@/lib/learn/affinity/time-text';
import { BackendOf } from './backend-of';

type ConnectionRowsProps = {
  steps: readonly AffinityStep[];
  step: number;
  /** The first step that is hidden. */
  masked: number;
  onStep: (step: number) => void;
};

/** Every connection with its backend and why, in the order of time; the same steps as on the line. */
export function ConnectionRows({ steps, step, masked, onStep }: ConnectionRowsProps) {
  return (
    <ol aria-label="Every connection" className="border-b border-line">
      {steps.map((each, index) => {
        const isMasked = index >= masked;
        return (
          <li key={index} aria-current={index === step ? 'step' : undefined} className="border-t border-line">
            <button
              type="button"
              disabled={isMasked}
              onClick={() => onStep(index)}
              className={clsx(
                'grid min-h-8 w-full grid-cols-[2.75rem_minmax(0,1fr)_1.25rem_7.5rem] items-center gap-x-2 px-1 text-left max-desk:min-h-11',
                index === step ? 'bg-accent-soft' : 'hover:bg-row-hover',
              )}
            >
              <span className="text-right text-muted">{formatMoment(each.minute)}</span>
              <Words each={each} isMasked={isMasked} />
            </button>
          </li>
        );
      })}
    </ol>
  );
}

function Words({ each, isMasked }: { each: AffinityStep; isMasked: boolean }) {
  if (each.kind === 'gone')
    return (
      <>
        <span className="font-medium">begins to shut down</span>
        <BackendOf letter={each.backend} />
        <span className="text-small text-muted">terminating</span>
      </>
    );
  return (
    <>
      <span className="truncate">
        {each.client.name}
        {each.node === 2 && <span className="text-muted">, by node 2</span>}
      </span>
      {isMasked ? <span className="text-center text-muted">?</span> : <BackendOf letter={each.backend} />}
      <span
        className="truncate text-small text-muted"
        title={isMasked ? 'hidden until you predict' : undefined}
      >
        {isMasked ? 'hidden' : reasonWords[each.reason]}
      </span>
    </>
  );
}

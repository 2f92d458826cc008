import { clsx } from 'clsx';
import { Check, CircleX, LoaderCircle } from 'lucide-react';
import { formatCount } from '@/lib/format';
import type { RolloutStep, RolloutView } from '@/lib/snapshot/rollout-view';
import { formatOffset } from './lane-axis';

/** Every step with its time, written before it was done; the one that is being done stands out. */
export function RolloutJournal({ view }: { view: RolloutView }) {
  const startMs = Date.parse(view.startedTimestamp);
  return (
    <section aria-labelledby="journal" className="min-w-0">
      <h2 id="journal" className="pb-1.5 text-lead font-semibold">
        Journal <span className="text-small font-normal text-muted">{formatCount(view.steps.length)}</span>
      </h2>
      {view.steps.length === 0 ? (
        <p className="border-t border-line py-2 text-muted">No step is written down yet.</p>
      ) : (
        <ol
          tabIndex={0}
          aria-label="Steps"
          className="max-h-128 overflow-y-auto border-t border-b border-line"
        >
          {view.steps.map((step) => (
            <Step key={step.number} step={step} startMs={startMs} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Step({ step, startMs }: { step: RolloutStep; startMs: number }) {
  const isNow = step.endedTimestamp === null;
  return (
    <li
      aria-current={isNow ? 'step' : undefined}
      className={clsx(
        'grid grid-cols-[1rem_minmax(0,1fr)_auto] gap-x-2 border-t border-line py-1.5 first:border-t-0',
        isNow && 'font-semibold',
      )}
    >
      <span className="pt-0.5">
        <StepMark step={step} />
      </span>
      <span className="text-pretty wrap-anywhere">
        {step.what}
        {step.node !== null && !step.what.includes(step.node) && (
          <span className="mono block text-label font-normal text-muted">{step.node}</span>
        )}
        {step.detail !== null && (
          <span
            className={clsx(
              'block text-small leading-4.5 font-normal',
              step.outcome === 'failed' ? 'text-bad' : 'text-muted',
            )}
          >
            {step.detail}
          </span>
        )}
      </span>
      <time dateTime={step.startedTimestamp} className="mono text-small font-normal text-muted">
        {formatOffset(Date.parse(step.startedTimestamp) - startMs)}
      </time>
    </li>
  );
}

function StepMark({ step }: { step: RolloutStep }) {
  if (step.outcome === 'failed')
    return <CircleX role="img" aria-label="failed" size={14} strokeWidth={1.7} className="text-bad" />;
  if (step.endedTimestamp === null)
    return (
      <LoaderCircle
        role="img"
        aria-label="being done"
        size={14}
        strokeWidth={1.7}
        className="text-accent-text motion-safe:animate-spin"
      />
    );
  return <Check role="img" aria-label="done" size={14} strokeWidth={1.7} className="text-ok" />;
}

import { formatPlural } from '@/lib/format';
import { serviceListLines } from '@/lib/learn/termination/service-list-lines';
import type { TerminationParameters } from '@/lib/learn/termination/termination-parameters';
import { countsAt, rowAt, type TerminationRun } from '@/lib/learn/termination/termination-run';
import type { TerminationStep } from '@/lib/learn/termination/termination-steps';
import { secondWords } from './time-slider';

type SecondDetailProps = {
  parameters: TerminationParameters;
  run: TerminationRun;
  at: number;
  /** What happened last. */
  step: TerminationStep | undefined;
};

/** One second: what happened last, the row as the agent prints it, and what came of the connections so far. */
export function SecondDetail({ parameters, run, at, step }: SecondDetailProps) {
  const { kept, broken, answered, refused, unanswered } = countsAt(run, at);
  const row = rowAt(run, at);
  const words = secondWords(at);
  const figures = [
    { name: 'finished', count: kept, isBad: false },
    { name: 'broken', count: broken, isBad: true },
    { name: 'new, answered', count: answered, isBad: false },
    { name: 'new, refused', count: refused, isBad: true },
    { name: 'new, without answer', count: unanswered, isBad: true },
  ];
  return (
    <section aria-label={`At ${words}`} className="pt-3">
      <p className="mb-2 min-h-10 text-pretty">
        <strong className="mr-2 text-lead font-semibold">
          {words.charAt(0).toUpperCase() + words.slice(1)}
        </strong>{' '}
        {step?.happenings.map(({ text }) => text).join('. ')}
        {step !== undefined && step.at < at && (
          <span className="text-muted">, {formatPlural(at - step.at, 'second')} ago</span>
        )}
      </p>
      <div className="grid gap-x-8 gap-y-3 @min-[60rem]:grid-cols-[minmax(0,1fr)_auto]">
        <div className="min-w-0">
          <p className="text-small text-muted">The row, as service list prints it on node 1</p>
          <pre
            tabIndex={0}
            aria-label="The row as printed"
            className="mono mt-1 min-h-[5.25rem] overflow-x-auto rounded-control border border-line bg-sunken px-3 py-2"
          >
            {serviceListLines(row, parameters.version).join('\n')}
          </pre>
          <p className="mt-1 min-h-5 text-small text-muted">
            {row.isFallback
              ? 'No backend is active: the terminating ones that still serve take new connections.'
              : row.candidates.length === 0
                ? 'No backend takes new connections.'
                : ''}
          </p>
        </div>
        <dl className="grid content-start gap-x-4 max-desk:grid-cols-2 desk:w-52">
          {figures.map(({ name, count, isBad }) => (
            <div key={name} className="flex justify-between border-t border-line py-0.5 first:border-t-0">
              <dt className="text-muted">{name}</dt>
              <dd className={`font-medium tabular-nums ${isBad && count > 0 ? 'text-bad' : ''}`}>{count}</dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  );
}

import type { SocketRun } from '@/lib/learn/socket/socket-run';

/** One step: where it is, what is rewritten, and what to know of it. */
export function StepDetail({ run, step }: { run: SocketRun; step: number }) {
  const current = run.steps[step];
  if (current === undefined) return null;
  const { title, detail, hook, rewritten, map } = current;
  return (
    <section aria-label={`Step ${step + 1}`} className="pt-3 desk:min-h-28">
      <p className="text-pretty">
        <strong className="mr-2 text-lead font-semibold">Step {step + 1}</strong> {title}
        {hook !== null && (
          <span className="text-muted">
            , <span className="mono">{hook}</span>
          </span>
        )}
      </p>
      <p className="max-w-[80ch] text-pretty text-muted">{detail}</p>
      {rewritten !== null && (
        <p className="mt-1.5 wrap-anywhere">
          <span className="mono text-muted line-through">{rewritten.before}</span>{' '}
          <span className="text-label text-accent-text">rewritten</span>{' '}
          <span className="mono font-semibold text-accent-text">{rewritten.after}</span>
          {map !== null && (
            <span className="text-muted">
              {' '}
              from <span className="mono">{map}</span>
            </span>
          )}
        </p>
      )}
    </section>
  );
}

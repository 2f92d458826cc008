import { formatPlural } from '@/lib/format';
import type { RowStep } from '@/lib/learn/rows/row-steps';

type RowStepDetailProps = { current: RowStep | undefined; step: number };

/** One rule: how many rows it adds on the node in sight, and why. */
export function RowStepDetail({ current, step }: RowStepDetailProps) {
  if (current === undefined) return null;
  const { title, why, adds } = current;
  return (
    <section aria-label={`Step ${step + 1}`} className="pt-3 desk:min-h-20">
      <p className="text-pretty">
        <strong className="mr-2 text-lead font-semibold">Step {step + 1}</strong> {title}
        {adds.length > 0 && (
          <span className="font-medium text-accent-text">: {formatPlural(adds.length, 'row')} more</span>
        )}
      </p>
      <p className="max-w-[80ch] text-pretty text-muted">{why}</p>
    </section>
  );
}

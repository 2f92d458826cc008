import type { AffinityParameters } from '@/lib/learn/affinity/affinity-parameters';
import type { AffinityStep } from '@/lib/learn/affinity/affinity-walk';
import { reasonText } from '@/lib/learn/affinity/reason-text';
import { formatMoment } from '@/lib/learn/affinity/time-text';
import { BackendOf } from './backend-of';

type StepDetailProps = { step: AffinityStep | undefined; parameters: AffinityParameters };

/** What happens at a step, and why. */
export function StepDetail({ step, parameters }: StepDetailProps) {
  if (step === undefined) return null;
  return (
    <section aria-label="This step" className="min-h-22 pt-3">
      <h2 className="flex flex-wrap items-center gap-x-2 font-semibold">
        {step.kind === 'gone' ? (
          <>
            {formatMoment(step.minute)} <BackendOf letter={step.backend} /> begins to shut down
          </>
        ) : (
          <>
            {formatMoment(step.minute)} {step.client.name} connects
            {step.node === 2 ? ' by node 2' : ''} and gets <BackendOf letter={step.backend} />
          </>
        )}
      </h2>
      <p className="max-w-[52rem] text-pretty text-muted">
        {step.kind === 'gone'
          ? `${step.backend} is terminating. The agent takes it out of cilium_lb_affinity_match: entries that name it stay, and count no more for new connections. What is open goes on.`
          : reasonText(step, parameters)}
      </p>
    </section>
  );
}

import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import { TextLink } from '@/components/ui/text-link';
import { planQuery as planText } from '@/lib/cilium/plan/plan-text';
import { formatPlural } from '@/lib/format';
import { paths } from '@/lib/paths';
import type { RolloutView } from '@/lib/snapshot/rollout-view';
import { requestOf } from './rule-in-words';

/** How to go on after a canary: to every node, or back; and where it went. Nothing for a rollout to every node. */
export function CanaryNext({ view }: { view: RolloutView }) {
  const { canary, phase, chosenNodes } = view;
  if (canary === null || chosenNodes === null) return null;
  if (canary.absorbedBy !== null)
    return (
      <p className="pt-3 text-pretty wrap-anywhere">
        <TextLink href={paths.rollout(canary.absorbedBy)}>Rollout {canary.absorbedBy}</TextLink> brought these
        values to every node since, and took CiliumNodeConfig {canary.object} away.
      </p>
    );
  if (phase !== 'done' || !canary.inForce) return null;
  const forAll = { ...requestOf(view), nodes: null };
  return (
    <section aria-labelledby="next" className="flex flex-wrap items-center gap-x-4 gap-y-2 pt-3">
      <div className="min-w-0 flex-1 basis-80">
        <h2 id="next" className="font-semibold">
          Tried on {formatPlural(chosenNodes.length, 'node')}. How to go on
        </h2>
        <p className="max-w-prose text-pretty wrap-anywhere text-muted">
          A plan for every node writes the same values into the ConfigMap, and takes CiliumNodeConfig{' '}
          {canary.object} away before the agents restart. “Roll back” takes it away and leaves the other nodes
          as they are. Until then these nodes differ from the rest, which the agreement shows.
        </p>
      </div>
      <Link
        href={`${paths.changePlan}?${planText(forAll)}`}
        className={`${buttonClass({ kind: 'primary' })} max-desk:h-11 max-desk:w-full`}
      >
        Apply to all nodes
      </Link>
    </section>
  );
}

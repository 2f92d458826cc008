import { Check } from 'lucide-react';
import { Checkbox } from 'radix-ui';
import { useId, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { TextLink } from '@/components/ui/text-link';
import { formatPlural } from '@/lib/format';
import type { PlanView } from '@/lib/snapshot/plan-view';
import type { HelmWay, RolloutWay } from '@/lib/snapshot/rollout-view';
import { foreignOwner, type Hindrance } from './apply-hindrances';
import { applySteps } from './apply-steps';
import { Refusal } from './refusal';
import { WayChoice } from './way-choice';

type ApplyFormProps = {
  plan: PlanView;
  hindrances: readonly Hindrance[];
  rollsBack: boolean;
  onRollsBack: (next: boolean) => void;
  despiteOwner: boolean;
  onDespiteOwner: (next: boolean) => void;
  /** Null where no Helm release owns what is written. */
  helm: HelmWay | null;
  way: RolloutWay;
  onWay: (next: RolloutWay) => void;
  /** `sent`: it was asked for, and is not offered again. */
  state: 'ready' | 'sent';
  refusal: Error | null;
  onApply: () => void;
  /** What stands there where the permission could not be asked for. */
  children?: ReactNode;
};

/** What applying will do, what to choose, and the button in its place, with what is missing where it is blocked. */
export function ApplyForm(props: ApplyFormProps) {
  const { plan, hindrances, rollsBack, state, refusal, helm, way } = props;
  const owner = way === 'helm' ? null : foreignOwner(plan);
  const [first] = hindrances;
  const reasonId = useId();
  const agents = formatPlural(plan.blastRadius.nodes.length, 'agent');
  const blocked = first !== undefined && state === 'ready';
  return (
    <>
      <section aria-labelledby="apply" className="max-w-prose space-y-3">
        <h2 id="apply" className="scroll-mt-16 text-lead font-semibold">
          Apply
        </h2>
        <Tick checked={rollsBack} onChange={props.onRollsBack} word="Roll back on failure">
          {rollsBack
            ? 'Where an agent cannot start, or reports something else, the old values are written back and verified.'
            : 'It stops there and waits for you; agents that restarted keep the new values.'}
        </Tick>
        {helm !== null && <WayChoice helm={helm} way={way} onWay={props.onWay} />}
        {owner !== null && (
          <Tick
            checked={props.despiteOwner}
            onChange={props.onDespiteOwner}
            word={`Apply although ${owner.name} owns the ConfigMap`}
          >
            {owner.consequence} To last, the change belongs in {owner.changeIn}.
          </Tick>
        )}
        {props.children}
        {blocked && (
          <ul id={reasonId} aria-label="What is missing" className="border-l-2 border-warn pl-3">
            {hindrances.map(({ full }) => (
              <li key={full} className="text-pretty wrap-anywhere">
                {full}
              </li>
            ))}
          </ul>
        )}
        {refusal !== null && <Refusal error={refusal} />}
      </section>
      <div className="sticky bottom-0 z-10 -mx-4 flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line-strong bg-surface px-4 py-2.5 max-desk:bottom-(--bottom-bar) desk:-mx-6 desk:px-6">
        <Button
          kind="primary"
          disabled={blocked || state === 'sent'}
          aria-describedby={blocked ? reasonId : undefined}
          onClick={props.onApply}
          className="max-desk:h-11 max-desk:w-full"
        >
          {state === 'sent' ? 'Applying …' : `Apply to ${agents}`}
        </Button>
        {blocked ? (
          <span className="min-w-0 wrap-anywhere">
            <span className="font-medium text-warn">{first.short}.</span>{' '}
            <TextLink href="#apply" className="max-desk:min-h-0!">
              {hindrances.length === 1 ? 'What to do' : `All ${hindrances.length} reasons`}
            </TextLink>
          </span>
        ) : (
          <ol aria-label="In this order" className="flex flex-wrap gap-x-2 text-small max-desk:hidden">
            {applySteps(plan, rollsBack, way).map(({ act, how }, index) => (
              <li key={`${act} ${how}`} className="text-muted">
                {index > 0 && <span aria-hidden>→ </span>}
                <b className="font-semibold text-text">{act}</b> {how}
              </li>
            ))}
          </ol>
        )}
      </div>
    </>
  );
}

type TickProps = { checked: boolean; onChange: (next: boolean) => void; word: string; children: ReactNode };

function Tick({ checked, onChange, word, children }: TickProps) {
  const id = useId();
  return (
    <div className="flex items-start gap-2 max-desk:min-h-11">
      <Checkbox.Root
        id={id}
        checked={checked}
        onCheckedChange={(next) => onChange(next === true)}
        aria-describedby={`${id}-what`}
        className="target group grid flex-none place-items-center max-desk:-m-3.75 desk:mt-0.75"
      >
        <span className="grid size-3.5 place-items-center rounded-[3px] border border-line-strong bg-surface text-surface group-data-[state=checked]:border-accent group-data-[state=checked]:bg-accent">
          <Checkbox.Indicator>
            <Check aria-hidden size={12} strokeWidth={2.4} />
          </Checkbox.Indicator>
        </span>
      </Checkbox.Root>
      <div className="min-w-0 flex-1">
        <label htmlFor={id} className="font-medium wrap-anywhere">
          {word}
        </label>
        <p id={`${id}-what`} className="text-small text-pretty text-muted">
          {children}
        </p>
      </div>
    </div>
  );
}

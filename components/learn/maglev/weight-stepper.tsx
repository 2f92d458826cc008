'use client';

import { useState } from 'react';
import { integerIn } from '@/lib/learn/simulator/choice';
import { weightBounds } from '@/lib/learn/maglev/maglev-backend';

type WeightStepperProps = { letter: string; weight: number; onWeight: (weight: number) => void };

const stepWeight = 50;
const read = integerIn(weightBounds);

/** A weight that is stepped or typed; what is no weight is marked, and left out of account. */
export function WeightStepper({ letter, weight, onWeight }: WeightStepperProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const shown = draft ?? String(weight);
  const stepped = (by: number) => {
    setDraft(null);
    // From 1 the first step leads to 50, not to 51.
    const next = Math.round(weight / stepWeight) * stepWeight + by;
    onWeight(Math.min(Math.max(next, weightBounds.min), weightBounds.max));
  };
  return (
    <span className="inline-flex h-6.5 items-center rounded-control border border-line bg-surface max-desk:h-11">
      <Step
        label={`Less weight for ${letter}`}
        isOff={weight <= weightBounds.min}
        onStep={() => stepped(-stepWeight)}
      >
        −
      </Step>
      <input
        inputMode="numeric"
        aria-label={`Weight of ${letter}`}
        title={`${weightBounds.min} to ${weightBounds.max}`}
        aria-invalid={read(shown) === null}
        value={shown}
        onChange={(event) => {
          setDraft(event.target.value);
          const number = read(event.target.value);
          if (number !== null) onWeight(number);
        }}
        onBlur={() => setDraft(null)}
        className="mono h-full w-9 bg-transparent text-center text-text aria-invalid:text-bad"
      />
      <Step
        label={`More weight for ${letter}`}
        isOff={weight >= weightBounds.max}
        onStep={() => stepped(stepWeight)}
      >
        +
      </Step>
    </span>
  );
}

type StepProps = { label: string; isOff: boolean; onStep: () => void; children: string };

function Step({ label, isOff, onStep, children }: StepProps) {
  return (
    <button
      type="button"
      aria-label={label}
      disabled={isOff}
      onClick={onStep}
      className="h-full w-5 text-muted hover:text-text disabled:opacity-40 max-desk:w-11"
    >
      {children}
    </button>
  );
}

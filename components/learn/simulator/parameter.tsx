'use client';

import { clsx } from 'clsx';
import { useState, type ReactNode } from 'react';
import { SegmentedControl, type Segment } from '@/components/ui/segmented-control';
import { Term } from '@/components/learn/glossary/term';
import { TextButton } from '@/components/ui/text-link';
import type { WordId } from '@/lib/learn/glossary/glossary';

type ParameterRowProps = {
  children: ReactNode;
  /** Parameters that a phone shows when asked. */
  more: ReactNode;
};

/** A row of parameters: what the simulator is asked. */
export function ParameterRow({ children, more }: ParameterRowProps) {
  const [showsMore, setShowsMore] = useState(false);
  return (
    <div
      role="group"
      aria-label="Parameters"
      className="flex flex-wrap gap-x-3 gap-y-2 border-b desk:[&_[role=radio]]:px-2 border-line px-4 pb-3 desk:px-6"
    >
      {children}
      <div className={clsx('contents', !showsMore && 'max-desk:hidden')}>{more}</div>
      <TextButton
        aria-expanded={showsMore}
        onClick={() => setShowsMore(!showsMore)}
        className="self-end text-small desk:hidden"
      >
        {showsMore ? 'Fewer' : 'More'} parameters
      </TextButton>
    </div>
  );
}

type ParameterProps = {
  name: string;
  /** The word of the glossary that says what it is. */
  term?: WordId | undefined;
  children: ReactNode;
};

/** A parameter with its name beside it, above it on a phone. */
export function Parameter({ name, term, children }: ParameterProps) {
  return (
    <div className="flex min-w-0 items-center gap-1.5 text-small text-muted max-desk:flex-col max-desk:items-start max-desk:gap-0.5">
      {term === undefined ? <span aria-hidden>{name}</span> : <Term id={term}>{name}</Term>}
      {children}
    </div>
  );
}

type ChoiceParameterProps<Value extends string> = {
  name: string;
  value: Value;
  values: readonly Value[];
  /** What stands on a segment where it is not the value itself. */
  label?: (value: Value) => string;
  onChange: (value: Value) => void;
  /** Why it makes no difference now. */
  idle?: string | null;
  /** The word of the glossary that says what it is. */
  term?: WordId;
};

/** A parameter that has one of a few values. */
export function ChoiceParameter<Value extends string>({
  name,
  value,
  values,
  label = (each) => each,
  onChange,
  idle = null,
  term,
}: ChoiceParameterProps<Value>) {
  const segments: Segment<Value>[] = values.map((each) => ({ value: each, label: label(each) }));
  return (
    <Parameter name={name} term={term}>
      <span title={idle ?? undefined}>
        <SegmentedControl label={name} segments={segments} value={value} onValueChange={onChange} />
      </span>
    </Parameter>
  );
}

'use client';

import { clsx } from 'clsx';
import { ToggleGroup } from 'radix-ui';
import type { ReactNode } from 'react';

export type Segment<Value extends string> = { value: Value; label: ReactNode; icon?: ReactNode };

type SegmentedControlProps<Value extends string> = {
  /** Names the choice for a screen reader. */
  label: string;
  segments: readonly Segment<Value>[];
  value: Value;
  onValueChange: (value: Value) => void;
  className?: string;
};

/** One of a few, all in sight: arrows move, the chosen one lies on the surface. */
export function SegmentedControl<Value extends string>({
  label,
  segments,
  value,
  onValueChange,
  className,
}: SegmentedControlProps<Value>) {
  return (
    <ToggleGroup.Root
      type="single"
      aria-label={label}
      value={value}
      onValueChange={(next) => {
        // Choosing what is chosen would empty it: it stays, and counts as chosen again.
        const chosen = segments.find((segment) => segment.value === (next === '' ? value : next));
        if (chosen !== undefined) onValueChange(chosen.value);
      }}
      className={clsx('inline-flex gap-px rounded-control border border-line bg-sunken p-0.5', className)}
    >
      {segments.map((segment) => (
        <ToggleGroup.Item
          key={segment.value}
          value={segment.value}
          className={clsx(
            'target flex h-6 items-center justify-center gap-1.5 rounded-row px-2.5 text-small font-medium whitespace-nowrap text-muted',
            'hover:text-text data-[state=on]:bg-surface data-[state=on]:text-text data-[state=on]:ring-1 data-[state=on]:ring-line-strong',
          )}
        >
          {segment.icon}
          {segment.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}

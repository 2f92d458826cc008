'use client';

import { clsx } from 'clsx';
import { Slider as Radix } from 'radix-ui';

type SliderProps = {
  /** Names it for a screen reader. */
  label: string;
  /** What is read out in place of the number: `5,000 Services`. */
  valueText: string;
  value: number;
  min: number;
  max: number;
  step: number;
  onValueChange: (value: number) => void;
  className?: string;
};

/** One number on a line: dragged, or moved by arrows, Page Up and Down, Home and End. */
export function Slider({ label, valueText, value, onValueChange, className, ...scale }: SliderProps) {
  return (
    <Radix.Root
      {...scale}
      value={[value]}
      onValueChange={([next]) => {
        if (next !== undefined) onValueChange(next);
      }}
      className={clsx('target relative flex h-6 touch-none items-center select-none', className)}
    >
      <Radix.Track className="relative h-1 grow rounded-full bg-line-strong">
        <Radix.Range className="absolute h-full rounded-full bg-accent" />
      </Radix.Track>
      <Radix.Thumb
        aria-label={label}
        aria-valuetext={valueText}
        className="block size-4 rounded-full border-2 border-accent bg-surface hover:bg-accent-soft"
      />
    </Radix.Root>
  );
}

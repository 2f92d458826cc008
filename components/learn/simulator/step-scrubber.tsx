'use client';

import { clsx } from 'clsx';
import { Slider } from 'radix-ui';

type StepScrubberProps = {
  count: number;
  step: number;
  /** The last step that may be seen. */
  last: number;
  /** What a step is called. */
  word: string;
  /** Where it stands: `hop 3 of 11`. */
  position: string;
  /** What happens at the step in sight. */
  title: string;
  onStep: (step: number) => void;
};

/** Beyond so many stops would lie on each other: the line alone says how far it is. */
const mostStops = 60;

/** A line with one stop for each step: dragged, clicked, or moved by arrows, Home and End. */
export function StepScrubber({ count, step, last, word, position, title, onStep }: StepScrubberProps) {
  const most = Math.max(count - 1, 1);
  return (
    <Slider.Root
      min={0}
      max={most}
      step={1}
      value={[step]}
      disabled={count < 2}
      onValueChange={([next]) => {
        if (next !== undefined) onStep(Math.min(next, last));
      }}
      className="target relative flex h-8 min-w-0 flex-1 touch-none items-center select-none"
    >
      <Slider.Track className="relative h-px grow bg-line-strong">
        {count > mostStops && <Slider.Range className="absolute -top-px h-0.75 bg-text" />}
      </Slider.Track>
      <span aria-hidden className="pointer-events-none absolute inset-x-[7px] inset-y-0">
        {Array.from({ length: count > mostStops ? 0 : count }, (_, index) => (
          <span
            key={index}
            style={{ left: `${(index / most) * 100}%` }}
            className={clsx(
              'absolute top-1/2 size-2 -translate-1/2 rounded-full border transition-colors duration-200 ease-out',
              index < step
                ? 'border-text bg-text'
                : index > last
                  ? 'border-line-strong bg-bg'
                  : 'border-muted bg-bg',
            )}
          />
        ))}
      </span>
      <Slider.Thumb
        aria-label={`${word} in sight`}
        aria-valuetext={count === 0 ? `no ${word}` : `${position}: ${title}`}
        className="relative block size-3.5 rounded-full bg-accent"
      />
    </Slider.Root>
  );
}

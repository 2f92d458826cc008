'use client';

import { Slider } from 'radix-ui';
import { startSeconds } from '@/lib/learn/termination/span';
import { percentAt, tickSeconds } from './time-scale';

type TimeSliderProps = {
  at: number;
  end: number;
  /** The last second that may be seen: a question stands before the next. */
  last: number;
  title: string;
  onAt: (at: number) => void;
};

/** The clock: simulated seconds from before the deletion to the end, dragged or moved by arrows, Home and End. */
export function TimeSlider({ at, end, last, title, onAt }: TimeSliderProps) {
  return (
    <div className="relative pt-1">
      <Slider.Root
        min={startSeconds}
        max={end}
        step={1}
        value={[at]}
        onValueChange={([next]) => {
          if (next !== undefined) onAt(Math.min(next, last));
        }}
        className="target relative flex h-6 touch-none items-center select-none"
      >
        <Slider.Track className="relative h-px grow bg-line-strong">
          <Slider.Range className="absolute h-full bg-text" />
        </Slider.Track>
        <Slider.Thumb
          aria-label="second in sight"
          aria-valuetext={`${secondWords(at)}: ${title}`}
          className="relative block size-3.5 rounded-full bg-accent"
        />
      </Slider.Root>
      <div aria-hidden className="relative mx-[7px] h-4 text-label text-faint">
        {tickSeconds(end).map((second) => (
          <span
            key={second}
            style={{ left: `${percentAt(second, end)}%` }}
            className="absolute -translate-x-1/2 whitespace-nowrap"
          >
            {second === 0 ? '0 s' : second}
          </span>
        ))}
      </div>
    </div>
  );
}

/** Names a second: `second 4`, `2 seconds before`. */
export function secondWords(at: number): string {
  if (at >= 0) return `second ${at}`;
  return at === -1 ? 'a second before' : `${-at} seconds before`;
}

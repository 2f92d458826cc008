'use client';

import { Pause, Play, RotateCcw, StepBack, StepForward } from 'lucide-react';
import { IconButton } from '@/components/ui/button';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { nextSpeed, speeds, type Speed } from '@/lib/learn/simulator/speed';
import { StepScrubber } from './step-scrubber';
import type { SteppedSimulator } from './use-stepped-simulator';

const speedWords: Record<Speed, string> = { '0.5': '½×', '1': '1×', '2': '2×' };

type SimulatorControlsProps = {
  simulator: SteppedSimulator;
  /** What a step is called. */
  word: string;
  /** Where it stands, in place of `hop 3 of 11`. */
  position?: string;
  title: string;
  /** What the button to play does, in place of playing on from here. */
  onPlay?: (plays: boolean) => void;
};

/** Play, step, scrub, speed and reset; on a phone it stays above the navigation. */
export function SimulatorControls({ simulator, word, title, ...props }: SimulatorControlsProps) {
  const { count, step, last, isPlaying, speed, setPlaying, onStep, onSpeed, onReset } = simulator;
  const onPlay = props.onPlay ?? setPlaying;
  const position = props.position ?? `${word} ${count === 0 ? 0 : step + 1} of ${count}`;
  const isAsked = last < count - 1 && step === last;
  const ahead = isAsked ? 'Predict first: the next step gives the answer away' : 'Step on (→)';
  return (
    <div
      role="group"
      aria-label="Controls"
      data-present-keep
      className="z-10 flex items-center gap-1.5 border-y border-line bg-bg py-1.5 max-desk:sticky max-desk:bottom-(--bottom-bar) max-desk:-mx-4 max-desk:gap-0.5 max-desk:px-2"
    >
      <button
        type="button"
        aria-label={isPlaying ? 'Pause (Space)' : 'Play (Space)'}
        title={isPlaying ? 'Pause (Space)' : 'Play (Space)'}
        disabled={count === 0 || isAsked}
        onClick={() => onPlay(!isPlaying)}
        className="target grid size-8 flex-none place-items-center rounded-full bg-accent text-surface transition-colors duration-120 hover:brightness-110 disabled:opacity-40"
      >
        {isPlaying ? <Pause aria-hidden size={15} /> : <Play aria-hidden size={15} />}
      </button>
      <IconButton
        label="Step back (←)"
        disabled={step === 0}
        onClick={() => onStep(step - 1)}
        className="disabled:opacity-40"
      >
        <StepBack aria-hidden size={16} strokeWidth={1.7} />
      </IconButton>
      <IconButton
        label={ahead}
        disabled={step >= last}
        onClick={() => onStep(step + 1)}
        className="disabled:opacity-40"
      >
        <StepForward aria-hidden size={16} strokeWidth={1.7} />
      </IconButton>
      <StepScrubber {...{ count, step, last, word, position, title, onStep }} />
      <span className="ml-2 min-w-[5.5rem] text-right whitespace-nowrap text-muted max-desk:min-w-0 max-desk:text-small">
        {props.position ?? (
          <>
            <span className="max-desk:sr-only">{word} </span>
            {count === 0 ? 0 : step + 1} of {count}
          </>
        )}
      </span>
      <SegmentedControl
        label="Speed"
        className="ml-2 max-desk:hidden"
        value={speed}
        segments={speeds.map((value) => ({ value, label: speedWords[value] }))}
        onValueChange={onSpeed}
      />
      <button
        type="button"
        aria-label={`Speed ${speedWords[speed]}: change it`}
        onClick={() => onSpeed(nextSpeed(speed))}
        className="target rounded-control px-1 text-small font-medium text-muted desk:hidden"
      >
        {speedWords[speed]}
      </button>
      <IconButton label="Reset: back to the start, questions open again" onClick={onReset}>
        <RotateCcw aria-hidden size={15} strokeWidth={1.7} />
      </IconButton>
    </div>
  );
}

'use client';

import { useCallback, useRef } from 'react';
import { maskedFrom, openPrediction, type Predicted, type Prediction } from '@/lib/learn/predict/prediction';
import type { KeyCommand } from '@/lib/learn/simulator/key-command';
import type { Speed } from '@/lib/learn/simulator/speed';
import { usePlayback } from './use-playback';
import { useSimulatorKeys } from './use-simulator-keys';

type Stepped = {
  /** How many steps there are. */
  count: number;
  /** The step that the link names, from 0; beyond the last that may be seen, that one is shown. */
  wanted: number;
  speed: Speed;
  predictions: readonly Prediction[];
  predicted: Predicted;
  /** Keep it with useCallback: what plays is set anew with it. */
  onStep: (step: number) => void;
  onPredict: (id: string, said: string) => void;
};

/**
 * Walks through the steps of a simulator: by keys, by playing, and no further than the first question without an
 * answer. Put `rootRef` on the whole simulator, `stageRef` on its picture.
 */
export function useSteppedSimulator(stepped: Stepped) {
  const { count, wanted, speed, predictions, predicted, onStep: onAny, onPredict } = stepped;
  const masked = maskedFrom(predictions, predicted, count);
  const last = Math.max(masked - 1, 0);
  const step = Math.min(wanted, last);
  const rootRef = useRef<HTMLDivElement>(null);
  const onStep = useCallback((next: number) => onAny(Math.min(Math.max(next, 0), last)), [onAny, last]);
  const { isPlaying, setPlaying, stageRef } = usePlayback({ step, last, speed, onStep });
  const onCommand = useCallback(
    (command: KeyCommand) => {
      switch (command.kind) {
        case 'play':
          return setPlaying(!isPlaying && step < last);
        case 'back':
          return onStep(step - 1);
        case 'on':
          return onStep(step + 1);
        case 'first':
          return onStep(0);
        case 'last':
          return onStep(last);
        case 'answer': {
          const open = openPrediction(predictions, predicted);
          const option = open?.options[command.index];
          if (open !== null && option !== undefined) onPredict(open.id, option.id);
        }
      }
    },
    [isPlaying, setPlaying, step, last, onStep, onPredict, predictions, predicted],
  );
  useSimulatorKeys(rootRef, onCommand);
  return { rootRef, stageRef, step, last, masked, isPlaying, setPlaying, onStep };
}

'use client';

import { useCallback, useRef } from 'react';
import { maskedFrom, openPrediction, type Prediction } from '@/lib/learn/predict/prediction';
import type { KeyCommand } from '@/lib/learn/simulator/key-command';
import type { Speed } from '@/lib/learn/simulator/speed';
import type { SteppedState } from '@/lib/learn/simulator/stepped-state';
import type { Linked } from './use-link-state';
import { usePlayback } from './use-playback';
import { useSimulatorKeys } from './use-simulator-keys';

type Stepped<State> = {
  linked: Linked<State>;
  /** How many steps there are. */
  count: number;
  /** The step that the link names, from 0; beyond the last that may be seen, that one is shown. */
  wanted: number;
  /** Gives the part of the state that names a step. Keep it with useCallback: what plays is set anew with it. */
  stateAt: (step: number) => Partial<State>;
  /** The step that a reset goes back to; 0 if not given. */
  start?: number;
  predictions: readonly Prediction[];
};

/** A simulator that goes step by step, as its controls and its frame know it. */
export type SteppedSimulator = Omit<
  ReturnType<typeof useSteppedSimulator<SteppedState<object>>>,
  'onParameters'
>;

/**
 * Walks through the steps of a simulator: by keys, by playing, and no further than the first question without an
 * answer. Put `rootRef` on the whole simulator, `stageRef` on its picture.
 */
export function useSteppedSimulator<State extends SteppedState<object>>(stepped: Stepped<State>) {
  const { linked, count, wanted, stateAt, start = 0, predictions } = stepped;
  const { state, ignored, setState } = linked;
  const { parameters, predicted, speed } = state;
  const masked = maskedFrom(predictions, predicted, count);
  const last = Math.max(masked - 1, 0);
  const step = Math.min(wanted, last);
  const rootRef = useRef<HTMLDivElement>(null);
  const onStep = useCallback(
    (next: number) => setState({ ...state, ...stateAt(Math.min(Math.max(next, 0), last)) }),
    [state, setState, stateAt, last],
  );
  const onPredict = useCallback(
    (id: string, said: string) => setState({ ...state, predicted: new Map([...predicted, [id, said]]) }),
    [state, setState, predicted],
  );
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
  return {
    ...{ rootRef, stageRef, count, step, last, masked, isPlaying, setPlaying, speed },
    ...{ ignored, predictions, predicted, onStep, onPredict },
    /** Other parameters give other steps: what was predicted is asked anew, at the same step. */
    onParameters: (changed: Partial<State['parameters']>) =>
      setState({
        ...state,
        ...stateAt(step),
        predicted: new Map(),
        parameters: { ...parameters, ...changed },
      }),
    onSpeed: (next: Speed) => setState({ ...state, speed: next }),
    onReset: () => {
      setPlaying(false);
      setState({ ...state, ...stateAt(start), predicted: new Map() });
    },
    /** Writes the link anew, without what means nothing. */
    onClearLink: () => setState(state),
  };
}

import { formatPredicted, parsePredicted } from '../predict/predicted-text';
import type { Predicted } from '../predict/prediction';
import { oneOf, type Choice } from './choice';
import { unlessDefault } from './link-reader';
import { speeds, type Speed } from './speed';

/** What each simulator that goes step by step holds in its link; the step in sight each names in its own way. */
export type SteppedState<Parameters> = { parameters: Parameters; predicted: Predicted; speed: Speed };

type ReadValue = <Value>(key: 'said' | 'speed', byDefault: Value, choice: Choice<Value>) => Value;

/** Reads what was predicted, and how fast it plays. */
export function readStepped(read: ReadValue): Omit<SteppedState<unknown>, 'parameters'> {
  return {
    predicted: read<Predicted>('said', new Map(), parsePredicted),
    speed: read<Speed>('speed', '1', oneOf(speeds)),
  };
}

/** Writes both for a link; nothing predicted and normal speed are left out. */
export function writeStepped({ predicted, speed }: Omit<SteppedState<unknown>, 'parameters'>) {
  return {
    said: predicted.size === 0 ? null : formatPredicted(predicted),
    speed: unlessDefault(speed, '1'),
  };
}

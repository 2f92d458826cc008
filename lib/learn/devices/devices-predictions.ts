import { deviceTests } from '@/lib/cilium/devices/device-tests';
import type { Prediction, PredictionOption } from '../predict/prediction';
import type { DevicesOutcome } from './devices-outcome';
import { howDirect } from './direct-words';

/** The steps, from 0: the interfaces as they are, one for each test, then the addresses, then direct routing. */
export const addressStep = deviceTests.length + 1;
/** The last step, from 0: which device carries direct routing. */
export const directStep = deviceTests.length + 2;
/** How many steps there are. */
export const stepCount = deviceTests.length + 3;

const nothing = 'none of them';

/**
 * Gives the questions of a node: which interfaces are left at the end, and which of them carries direct routing.
 * @param setting `direct-routing-device`; empty: not set.
 */
export function devicesPredictions(outcome: DevicesOutcome, setting: string): Prediction[] {
  return [left(outcome), direct(outcome, setting)].filter((prediction) => prediction !== null);
}

function left({ tested }: DevicesOutcome): Prediction | null {
  const names = (keep: (one: DevicesOutcome['tested'][number]) => boolean): string => {
    const kept = tested.filter(keep).map(({ device }) => device.name);
    return kept.length === 0 ? nothing : kept.join(', ');
  };
  const right = names(({ isDevice }) => isDevice);
  const wrong = [
    names(({ device }) => device.defaultRoute),
    names(({ device }) => device.up && device.ips.length > 0),
    names(({ device }) => device.type === 'device'),
    names(({ device }) => device.up),
    nothing,
  ];
  const sets = [...new Set([right, ...wrong])].slice(0, 4);
  if (sets.length < 2 || tested.some(({ outcomes }) => outcomes.some(({ result }) => result === 'unknown')))
    return null;
  // In the order of their length: the right one stands anywhere.
  const ordered = sets.toSorted((a, b) => a.length - b.length);
  const options = ordered.map((words, index): PredictionOption => ({
    id: `set${index}`,
    words,
    address: null,
  }));
  return {
    id: 'left',
    step: 1,
    question: 'Which interfaces will Cilium take as its devices?',
    options,
    rightId: `set${ordered.indexOf(right)}`,
    fact: right === nothing ? 'It takes none' : `It takes ${right}`,
    why: 'Each interface goes through the tests in order, and the first that it fails leaves it out. Go on step by step to see where.',
  };
}

function direct({ tested, direct: found }: DevicesOutcome, setting: string): Prediction | null {
  const devices = tested.filter(({ isDevice }) => isDevice).map(({ device }) => device.name);
  if (devices.length < 2) return null;
  const options = [
    ...devices.slice(0, 4).map((name, index) => ({ id: `dev${index}`, words: name, address: null })),
    { id: 'none', words: 'none: the agent ends', address: null },
  ];
  const index = found === null ? -1 : devices.indexOf(found.name);
  if (index > 3) return null;
  return {
    id: 'direct',
    step: directStep,
    question: 'Which of the devices carries direct routing?',
    options,
    rightId: index < 0 ? 'none' : `dev${index}`,
    fact: found === null ? 'No device carries it' : `${found.name} carries it`,
    why: howDirect(found, setting),
  };
}

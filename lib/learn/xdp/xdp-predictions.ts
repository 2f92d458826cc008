import type { Prediction, PredictionOption } from '../predict/prediction';
import type { Handling } from './handling';
import { nicName, type XdpParameters } from './xdp-parameters';
import type { XdpStep } from './xdp-step';

/** Gives the questions that a walk can answer, in the order of its steps. */
export function xdpPredictions(
  parameters: XdpParameters,
  handling: Handling,
  steps: readonly XdpStep[],
): Prediction[] {
  if (steps.length === 0) return [];
  return [whichLayer(parameters, handling), ...tcpdump(handling, steps)];
}

const option = (id: string, words: string): PredictionOption => ({ id, words, address: null });

function whichLayer({ traffic, arrivesAt, acceleration }: XdpParameters, handling: Handling): Prediction {
  const { layer } = handling;
  const right = layer ?? 'none';
  const facts: Record<string, string> = {
    xdp: 'The driver handles it, by XDP',
    generic: 'Generic XDP handles it, behind the driver',
    tc: 'Cilium’s program at tc handles it',
    socket: 'It is handled at the socket',
    none: 'No layer translates it',
  };
  return {
    id: 'layer',
    step: 1,
    question:
      traffic === 'pod'
        ? 'Where is what a pod sends to a Service translated?'
        : `Where is this packet handled that arrives at ${nicName(arrivesAt)}?`,
    options: [
      option('xdp', 'in the driver, by XDP'),
      ...(acceleration === 'testing-only' ? [option('generic', 'behind the driver, by generic XDP')] : []),
      option('tc', 'at tc, by Cilium’s program there'),
      option('socket', 'at the socket'),
      option('none', 'nowhere'),
    ],
    rightId: right,
    fact: facts[right] ?? '',
    why: layerWhy(traffic, handling),
  };
}

function layerWhy(traffic: XdpParameters['traffic'], { layer, leftBy, verdict }: Handling): string {
  if (traffic === 'pod')
    return 'It never arrives at a device of this node as a packet to the Service: acceleration is for what comes from outside.';
  if (leftBy !== null) return leftBy;
  if (layer === null) return 'It is for no Service: there is nothing to translate.';
  if (layer === 'xdp') return 'This device’s driver took the program, and the packet is for a Service.';
  if (layer === 'generic')
    return 'testing-only attaches the program behind the driver, whatever driver it is.';
  return verdict === 'skipped'
    ? 'This device’s driver did not take the program, and best-effort goes on without: tc does what it does without acceleration.'
    : 'Without acceleration no XDP program is attached, and tc does all of it.';
}

function tcpdump({ isBounced, layer }: Handling, steps: readonly XdpStep[]): Prediction[] {
  const step = steps.findIndex(({ deed, lane }) => deed === 'leaves' && lane === 'request');
  if (step < 0 || layer === 'socket' || layer === 'generic') return [];
  return [
    {
      id: 'tcpdump',
      step,
      question: 'What does tcpdump on this node show of the packet as it is passed on?',
      options: [option('packet', 'the packet'), option('nothing', 'nothing')],
      rightId: isBounced ? 'nothing' : 'packet',
      fact: isBounced ? 'tcpdump sees nothing of it' : 'tcpdump sees it',
      why: isBounced
        ? 'The driver sends it out before the kernel has made a packet of its own of it, which is what tcpdump looks at. Use Cilium’s monitor and its metrics.'
        : 'At tc it is a packet of the kernel’s own, which tcpdump can look at.',
    },
  ];
}

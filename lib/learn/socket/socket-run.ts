import type { RunContext } from './run-context';
import { calledAddresses } from './socket-ends';
import { callStyle, type SocketParameters } from './socket-parameters';
import type { SocketStep, Station } from './socket-step';
import { stepsAtDevice } from './steps-at-device';
import { stepsAtSocket } from './steps-at-socket';
import { stepsUntranslated } from './steps-untranslated';
import { translationPlace, type TranslationPlace } from './translation-place';

/** One connection, from the call that names the Service to its end. */
export type SocketRun = RunContext & {
  place: TranslationPlace;
  /** Columns of the picture, in the order a packet passes them; the same for all coverages. */
  stations: readonly Station[];
  steps: SocketStep[];
  outcome: 'answered' | 'left-to-kube-proxy' | 'untranslated';
};

const stationsOf: Record<SocketParameters['caller'], readonly Station[]> = {
  pod: ['program', 'hook', 'pod-device', 'backend'],
  sidecar: ['program', 'hook', 'sidecar', 'pod-device', 'backend'],
  kata: ['program', 'guest', 'pod-device', 'backend'],
  host: ['program', 'hook', 'stack', 'backend'],
  outside: ['client', 'node-device', 'stack', 'backend'],
};

/** Follows one connection to a Service as parameters describe it. */
export function socketRun(parameters: SocketParameters): SocketRun {
  const style = callStyle(parameters);
  const place = translationPlace(parameters);
  const context: RunContext = {
    parameters,
    style,
    addresses: calledAddresses(parameters),
    packet:
      style === 'tcp' ? { request: 'SYN', answer: 'SYN-ACK' } : { request: 'datagram', answer: 'datagram' },
  };
  return {
    ...context,
    place,
    stations: stationsOf[parameters.caller],
    steps: stepsOf(context, place),
    outcome: place === 'kube-proxy' ? 'left-to-kube-proxy' : place === 'nobody' ? 'untranslated' : 'answered',
  };
}

function stepsOf(context: RunContext, place: TranslationPlace): SocketStep[] {
  switch (place) {
    case 'socket':
      return stepsAtSocket(context);
    case 'pod-device':
    case 'node-device':
      return stepsAtDevice(context, place);
    case 'kube-proxy':
    case 'nobody':
      return stepsUntranslated(context, place);
  }
}

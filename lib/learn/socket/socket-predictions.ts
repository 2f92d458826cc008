import type { Prediction, PredictionOption } from '../predict/prediction';
import type { SocketRun } from './socket-run';
import { socketWork } from './socket-work';

/** Gives the questions that a run can answer, in the order of its steps. */
export function socketPredictions(run: SocketRun): Prediction[] {
  return [whoTranslates(run), peerName(run), howOften(run)].filter((prediction) => prediction !== null);
}

const option = (id: string, words: string, address: string | null = null): PredictionOption => ({
  id,
  words,
  address,
});

function whoTranslates({ place, parameters: { caller, coverage } }: SocketRun): Prediction {
  const isOutside = caller === 'outside';
  const rightId = {
    ...{ socket: 'socket', 'pod-device': 'device', 'node-device': 'device' },
    ...{ 'kube-proxy': 'kubeproxy', nobody: 'nobody' },
  }[place];
  return {
    id: 'who',
    step: 1,
    question: 'Who puts a backend’s address in place of the Service’s?',
    options: [
      option('socket', 'a hook in the system call, before there is a packet'),
      option('device', isOutside ? 'the program at the node’s device' : 'the program at the pod’s device'),
      option('kubeproxy', 'kube-proxy, if there is one'),
      option('nobody', 'nobody'),
    ].filter(({ id }) => caller !== 'host' || id !== 'device'),
    rightId,
    fact: {
      socket: 'The hook in the system call does',
      'pod-device': 'The program at the pod’s device does',
      'node-device': 'The program at the node’s device does',
      'kube-proxy': 'kube-proxy has to, if there is one',
      nobody: 'Nobody does',
    }[place],
    why: whoWhy(place, caller, coverage),
  };
}

function whoWhy(
  place: SocketRun['place'],
  caller: SocketRun['parameters']['caller'],
  coverage: SocketRun['parameters']['coverage'],
): string {
  if (caller === 'outside')
    return place === 'node-device'
      ? 'Socket hooks see the calls of this node’s own kernel. A client outside made its call elsewhere: what comes here is a packet.'
      : 'Off goes with kube-proxy replacement false, and then node ports are not Cilium’s.';
  if (place === 'kube-proxy')
    return 'With socket load balancing off Cilium translates pods’ packets at their devices. A process of the host has no such device.';
  if (place === 'nobody')
    return 'The guest’s kernel took the call, where no hook is; and full coverage leaves translation per packet out at the pod’s device.';
  if (place === 'socket')
    return 'The programs hang on the root of the cgroups: every call of this kernel’s sockets passes them.';
  if (caller === 'kata')
    return 'The guest’s kernel took the call, where no hook is. The packet is translated as it comes out.';
  return coverage === 'off'
    ? 'There is no hook. Packets of pods are translated as they leave the pod.'
    : 'The hook looks whose socket it is, and leaves those of pods alone. Their packets are translated as they leave the pod.';
}

function peerName({ steps, addresses, style, place }: SocketRun): Prediction | null {
  const step = steps.findIndex(({ text }) => text.startsWith('getpeername'));
  if (step < 0) return null;
  const isPeerless = style === 'udp-unconnected';
  return {
    id: 'peer',
    step,
    question: 'The program asks whom it speaks to: getpeername(2). What is it told?',
    options: [
      option('service', 'the Service', addresses.service),
      option('backend', 'the backend', addresses.backend),
      option('none', 'that it is connected to nobody'),
    ],
    rightId: isPeerless ? 'none' : 'service',
    fact: isPeerless ? 'It is connected to nobody' : 'It is told the Service',
    why: isPeerless
      ? 'sendto(2) connects nothing. It is the sender of each datagram received that names the Service.'
      : place === 'socket'
        ? 'The socket really is connected to the backend, but a hook answers in its place. Without that hook (before Linux 5.8) it would read the backend’s address.'
        : 'The socket was never changed: it was its packets that were.',
  };
}

function howOften(run: SocketRun): Prediction | null {
  const step = run.steps.findIndex(({ isRest }) => isRest);
  const work = socketWork(run);
  if (step < 0 || work === null) return null;
  const { packets } = run.parameters;
  const right = work.translations;
  const counts = [...new Set([1, packets, packets + 1, 2 * packets])].sort((a, b) => a - b);
  return {
    id: 'count',
    step,
    question: `How often is an address put in place of another, for ${packets} packets there and ${packets} back?`,
    options: counts.map((count) => option(String(count), count === 1 ? 'once' : `${count} times`)),
    rightId: String(right),
    fact: right === 1 ? 'Once, in connect' : `${right} times`,
    why: countWhy(run),
  };
}

function countWhy({ style, place }: SocketRun): string {
  if (place !== 'socket')
    return 'Each packet is rewritten on its way there, and each answer on its way back.';
  return {
    tcp: 'The socket is connected to the backend itself: its packets need nothing, however many there are.',
    'udp-connected':
      'Once in connect(2) for all that is sent; and at each recvmsg(2) the sender is named anew.',
    'udp-unconnected':
      'Each sendmsg(2) names the Service anew, and each recvmsg(2) its sender. What is saved here are the packets: none is rewritten, and no connection tracked.',
  }[style];
}

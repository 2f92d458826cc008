import { callStation, firstCall, plainPeerName } from './first-call';
import type { RunContext } from './run-context';
import { socketStep, type SocketStep } from './socket-step';

/** Cilium version from which on closing a socket clears its entry (e75169db3f). */
export const releaseHookSinceMinor = 18;

/**
 * The call itself is rewritten (bpf/bpf_sock.c): connect(2) once for TCP and connected UDP, sendmsg(2) for each
 * datagram of an unconnected socket; recvmsg(2) and getpeername(2) name the Service again.
 */
export function stepsAtSocket(context: RunContext): SocketStep[] {
  const { style, parameters } = context;
  return [
    firstCall(context),
    forward(context),
    ...packetOut(context),
    packetBack(context),
    ...(style === 'tcp' ? [] : [received(context)]),
    style === 'udp-unconnected' ? plainPeerName(context) : peerName(context),
    ...(parameters.packets > 1 ? [rest(context)] : []),
    ...(parameters.minor >= releaseHookSinceMinor ? [release(context)] : []),
  ];
}

function forward({ style, addresses: { service, backend, digit } }: RunContext): SocketStep {
  const isEach = style === 'udp-unconnected';
  return socketStep({
    from: 'hook',
    title: 'The kernel runs Cilium’s program, which writes a backend’s address into the call',
    detail: {
      tcp: 'One look into the map of Services, one draw at random. What the program asked for is noted with the socket’s cookie.',
      'udp-connected':
        'One look into the map of Services. The socket’s cookie is the draw, so the socket keeps its backend.',
      'udp-unconnected':
        'It does so for each datagram. The socket’s cookie is the draw, so all of them reach one backend.',
    }[style],
    text: `${service} becomes ${backend}`,
    hook: `cgroup/${isEach ? 'sendmsg' : 'connect'}${digit}`,
    rewritten: { before: service, after: backend },
    rewrites: isEach ? 'each' : 'once',
    map: `cilium_lb${digit}_services_v2`,
  });
}

function packetOut({ parameters: { caller }, addresses, packet }: RunContext): SocketStep[] {
  const text = `${packet.request} → ${addresses.backend}`;
  const isHost = caller === 'host';
  const sent = socketStep({
    from: 'hook',
    to: 'backend',
    title: `The first ${packet.request} is made, and goes straight to the backend`,
    detail: isHost
      ? 'It has the backend’s address from its birth: nothing on its way through the node has to change it.'
      : 'It has the backend’s address from its birth: at the pod’s device there is nothing to translate and no entry to keep for the Service.',
    text,
  });
  if (caller !== 'sidecar') return [sent];
  return [
    {
      ...sent,
      to: 'sidecar',
      title: 'The sidecar catches the packet, and sees a pod’s address',
      detail: 'The Service’s address was gone before there was a packet: rules that go by it find no match.',
    },
    {
      ...sent,
      from: 'sidecar',
      title: 'It leaves the pod as traffic to one pod',
      detail: 'It gets there. What the mesh was to do for the Service it does not do.',
    },
  ];
}

function packetBack({ addresses, packet }: RunContext): SocketStep {
  return socketStep({
    from: 'backend',
    to: 'program',
    lane: 'answer',
    title: `The ${packet.answer} comes from the backend as it is`,
    detail:
      'To the kernel the socket really is one with the backend: nothing has to be put back in the packet.',
    text: `${packet.answer} from ${addresses.backend}`,
  });
}

function received({ addresses: { service, backend, digit } }: RunContext): SocketStep {
  return socketStep({
    from: 'hook',
    lane: 'answer',
    title: 'The program receives the datagram, and is told that the Service sent it',
    detail:
      'recvmsg(2) hands out the sender’s address: for each datagram the hook names the Service in its place.',
    text: `${backend} becomes ${service}`,
    hook: `cgroup/recvmsg${digit}`,
    rewritten: { before: backend, after: service },
    rewrites: 'each',
    map: `cilium_lb${digit}_reverse_sk`,
  });
}

function peerName({ addresses: { service, backend, digit } }: RunContext): SocketStep {
  return socketStep({
    from: 'hook',
    lane: 'answer',
    title: 'getpeername says the Service: the hook answers in the backend’s place',
    detail: 'Linux 5.8 and later. On an older kernel the program would read the backend’s address.',
    text: `getpeername() = ${service}`,
    hook: `cgroup/getpeername${digit}`,
    rewritten: { before: backend, after: service },
    rewrites: 'asked',
    map: `cilium_lb${digit}_reverse_sk`,
  });
}

function rest(context: RunContext): SocketStep {
  const { style, parameters, addresses } = context;
  const more = parameters.packets - 1;
  return socketStep({
    from: callStation(context),
    to: 'backend',
    title: `${more} more there, ${more} more back`,
    detail: {
      tcp: 'No hook runs and nothing is looked up: connect(2) was the only place to do it.',
      'udp-connected':
        'Nothing is done on the way there; on the way back the sender is named anew each time.',
      'udp-unconnected':
        'Both hooks run for every datagram again. The packets themselves stay as they were made.',
    }[style],
    text: `… → ${addresses.backend}`,
    isRest: true,
  });
}

function release({ addresses: { digit } }: RunContext): SocketStep {
  return socketStep({
    from: 'hook',
    title: 'The program closes the socket, and what was noted for it is deleted',
    detail:
      'Since v1.18. Before, the entry stayed until the map was full and forgot what was used longest ago.',
    text: 'close()',
    hook: 'cgroup/sock_release',
    map: `cilium_lb${digit}_reverse_sk`,
  });
}

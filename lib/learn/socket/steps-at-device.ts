import { callStation, firstCall, plainPeerName } from './first-call';
import type { RunContext } from './run-context';
import { socketStep, type SocketStep } from './socket-step';

/**
 * Every packet is translated at a network device: that of the pod (bpf/bpf_lxc.c), or for clients outside that of the
 * node (bpf/bpf_host.c, or bpf_xdp.c with acceleration); every answer is translated back.
 */
export function stepsAtDevice(context: RunContext, device: 'pod-device' | 'node-device'): SocketStep[] {
  const { addresses, packet, parameters } = context;
  const end = device === 'pod-device' ? 'program' : 'client';
  return [
    ...(device === 'pod-device' ? fromInside(context) : fromOutside(context)),
    translated(context, device),
    socketStep({
      from: device,
      to: 'backend',
      title: 'The packet goes on to the backend',
      detail:
        device === 'pod-device'
          ? 'From here on it looks as it would have with socket load balancing.'
          : 'Whom the backend sees as the client, and who answers, is what SNAT and DSR differ in. Here it is SNAT.',
      text: `${packet.request} → ${addresses.backend}`,
    }),
    socketStep({
      from: 'backend',
      to: device,
      lane: 'answer',
      title: `The ${packet.answer} comes from the backend`,
      detail: 'The caller has never heard of this address: without the next step it would refuse the packet.',
      text: `${packet.answer} from ${addresses.backend}`,
    }),
    translatedBack(context, device),
    socketStep({
      from: device,
      to: end,
      lane: 'answer',
      title: 'The caller gets it as the Service’s',
      detail: 'To the caller the Service is a machine like any other.',
      text: `${packet.answer} from ${addresses.service}`,
    }),
    plainPeerName(context),
    ...(parameters.packets > 1 ? [rest(context, device)] : []),
  ];
}

function fromInside(context: RunContext): SocketStep[] {
  const { parameters, addresses, packet } = context;
  const { caller, coverage } = parameters;
  const text = `${packet.request} → ${addresses.service}`;
  const from = callStation(context);
  const toDevice = socketStep({
    from,
    to: 'pod-device',
    title: `The ${packet.request} leaves ${caller === 'kata' ? 'the virtual machine' : 'the pod'} with the Service’s address`,
    detail: 'Nobody has looked the Service up so far.',
    text,
  });
  const returnsEarly = caller !== 'kata' && coverage === 'host-only';
  return [
    firstCall(context),
    ...(returnsEarly ? [earlyReturn(context)] : []),
    ...(caller === 'sidecar' ? throughSidecar(toDevice) : [toDevice]),
  ];
}

function earlyReturn({ style, addresses: { digit } }: RunContext): SocketStep {
  return socketStep({
    from: 'hook',
    title: 'Cilium’s program sees a pod’s socket, and returns at once',
    detail: 'The socket’s network-namespace cookie is not the host’s. The call goes on as it was made.',
    text: 'not of the host: nothing done',
    hook: `cgroup/${style === 'udp-unconnected' ? 'sendmsg' : 'connect'}${digit}`,
  });
}

function throughSidecar(toDevice: SocketStep): SocketStep[] {
  return [
    {
      ...toDevice,
      to: 'sidecar',
      title: 'The sidecar catches the packet, and sees the Service’s address',
      detail: 'What the mesh is to do for this Service it can do.',
    },
    {
      ...toDevice,
      from: 'sidecar',
      title: 'What it sends on to the Service leaves the pod with that address',
      detail: 'A sidecar that chose a pod by itself would leave nothing to translate.',
    },
  ];
}

function fromOutside({ addresses, packet }: RunContext): SocketStep[] {
  return [
    socketStep({
      from: 'client',
      to: 'node-device',
      title: 'The packet of a client outside arrives at a node',
      detail: 'Its connect(2) was a matter of another machine. No socket hook of this cluster saw it.',
      text: `${packet.request} → ${addresses.service}`,
    }),
  ];
}

const deviceHooks = {
  'pod-device': 'tc at the pod’s device',
  'node-device': 'XDP or tc at the node’s device',
};

function translated(
  { addresses: { service, backend, digit } }: RunContext,
  device: 'pod-device' | 'node-device',
): SocketStep {
  return socketStep({
    from: device,
    title: 'A backend’s address is written into the packet',
    detail:
      device === 'pod-device'
        ? 'The first packet draws a backend at random and makes an entry of connection tracking. All later ones are found there, and rewritten too.'
        : 'In the driver (XDP) with acceleration, else at tc. The first packet makes an entry of connection tracking, and every later one is rewritten by it.',
    text: `${service} becomes ${backend}`,
    hook: deviceHooks[device],
    rewritten: { before: service, after: backend },
    rewrites: 'each',
    map: `cilium_lb${digit}_services_v2`,
  });
}

function translatedBack(
  { addresses: { service, backend, digit } }: RunContext,
  device: 'pod-device' | 'node-device',
): SocketStep {
  return socketStep({
    from: device,
    lane: 'answer',
    title: 'The Service’s address is put back into the answer',
    detail: 'The entry of connection tracking says which Service it was. Every answer needs it.',
    text: `${backend} becomes ${service}`,
    hook: deviceHooks[device],
    rewritten: { before: backend, after: service },
    rewrites: 'each',
    map: `cilium_lb${digit}_reverse_nat`,
  });
}

function rest(context: RunContext, device: 'pod-device' | 'node-device'): SocketStep {
  const { parameters, addresses } = context;
  const more = parameters.packets - 1;
  return socketStep({
    from: device === 'pod-device' ? callStation(context) : 'client',
    to: 'backend',
    title: `${more} more there, ${more} more back`,
    detail: 'Each is found in connection tracking and rewritten at the device, there and back.',
    text: `… → ${addresses.service}, each rewritten`,
    isRest: true,
  });
}

import type { RunContext } from './run-context';
import { socketStep, type SocketStep, type Station } from './socket-step';

/** Gives where a caller's system calls end up: the kernel that has the hooks, or that of the guest. */
export function callStation({ parameters: { caller } }: RunContext): Station {
  return caller === 'kata' ? 'guest' : 'hook';
}

/** The call that names the Service, or the packet of a client outside whose calls another machine's kernel had. */
export function firstCall(context: RunContext): SocketStep {
  const { style, addresses, parameters } = context;
  const call = style === 'udp-unconnected' ? 'sendto' : 'connect';
  const guest = parameters.caller === 'kata' ? ', in the kernel of its own virtual machine' : '';
  return socketStep({
    from: 'program',
    to: callStation(context),
    title: `The program calls the Service${guest}`,
    detail: {
      tcp: 'connect(2) names the Service’s address. There is no packet yet.',
      'udp-connected': 'connect(2) on a UDP socket sends nothing: it sets where datagrams go.',
      'udp-unconnected': 'sendto(2) names the Service’s address with each datagram.',
    }[style],
    text: `${call}(${addresses.service})`,
  });
}

/** getpeername(2), where no program of Cilium's answers it. */
export function plainPeerName({ style, addresses, parameters }: RunContext): SocketStep {
  const isOutside = parameters.caller === 'outside';
  const from = isOutside ? 'client' : 'program';
  if (style === 'udp-unconnected')
    return socketStep({
      from,
      lane: 'answer',
      title: 'getpeername finds no peer: the socket is connected to nobody',
      detail: 'Linux answers ENOTCONN. Whom it speaks to the program knows from each datagram’s sender.',
      text: 'getpeername() = ENOTCONN',
    });
  const whose = isOutside ? 'The client’s own kernel' : 'The kernel itself';
  return socketStep({
    from,
    lane: 'answer',
    title: 'getpeername says the Service, without help',
    detail: `${whose} knows the socket by the address it called: it was never changed.`,
    text: `getpeername() = ${addresses.service}`,
  });
}

import { firstCall } from './first-call';
import type { RunContext } from './run-context';
import { socketStep, type SocketStep } from './socket-step';

/** Nothing of Cilium's translates: kube-proxy has to, or nobody does. What then happens is not followed. */
export function stepsUntranslated(context: RunContext, place: 'kube-proxy' | 'nobody'): SocketStep[] {
  const { addresses, packet, parameters } = context;
  const text = `${packet.request} → ${addresses.service}`;
  if (place === 'nobody')
    return [
      firstCall(context),
      socketStep({
        from: 'guest',
        to: 'pod-device',
        title: 'The packet leaves the virtual machine with the Service’s address',
        detail:
          'The hooks are in the host’s kernel. The call was answered by the guest’s, which knows nothing of them.',
        text,
      }),
      socketStep({
        from: 'pod-device',
        title: 'Nothing at the pod’s device looks the Service up: the packet goes on as it is',
        detail:
          'With full coverage Cilium takes it that sockets did the work, and leaves translation per packet out of its program there (unless L7 load balancing or SCTP need it). A cluster IP belongs to no machine: no answer comes. Host namespace only puts it back.',
        text: 'not translated',
        isEnd: true,
      }),
    ];
  const isHost = parameters.caller === 'host';
  const toStack = socketStep({
    from: isHost ? 'hook' : 'node-device',
    to: 'stack',
    title: isHost
      ? 'No hook of Cilium’s is there: the packet is made with the Service’s address'
      : 'No program of Cilium’s knows the node port: the packet goes up the stack',
    detail: isHost
      ? 'Without kube-proxy replacement Cilium balances what pods send to cluster IPs. The host’s own calls are not among it.'
      : 'Without kube-proxy replacement node ports are not Cilium’s.',
    text,
  });
  return [
    isHost
      ? firstCall(context)
      : socketStep({
          from: 'client',
          to: 'node-device',
          title: 'The packet of a client outside arrives at a node',
          detail: 'Its connect(2) was a matter of another machine.',
          text,
        }),
    toStack,
    socketStep({
      from: 'stack',
      title: 'kube-proxy’s rules have to translate it, if there is a kube-proxy',
      detail:
        'It does so per packet, in the kernel’s netfilter or IPVS. This simulator follows Cilium’s part only.',
      text: 'left to kube-proxy',
      isEnd: true,
    }),
  ];
}

import type { AgentStatus } from '../../agent-status';
import { featuresOf } from '../features';
import type { FieldContext } from '../field-context';
import type { Picture } from './picture';
import { changed, same } from './picture';

/** A program in a pod that calls a ClusterIP, translated at the socket or in every packet; null without an example. */
export function pictureOfSocketLb(status: AgentStatus, context: FieldContext): Picture | null {
  const { socketLB, bpfSocketLBHostnsOnly } = featuresOf(status);
  const inside = context.byType.ClusterIP?.example;
  if (socketLB === undefined || inside?.backend === undefined || inside.backend === null) return null;
  const { backend, address } = inside;
  const onlyHost = socketLB.enabled && bpfSocketLBHostnsOnly === true;
  const who = onlyHost ? 'host' : 'pod';
  const program = {
    title: 'Program',
    address: onlyHost ? 'of the host' : 'in a pod',
    request: '',
    answer: '',
    active: false,
  };
  const target = {
    title: backend.node === null ? 'Backend' : `Node ${backend.node}`,
    address: backend.address,
    request: backend.name ?? 'backend',
    answer: '',
    remark: '',
    active: false,
  };
  const caption = 'Addresses are this cluster’s; “pod” and “host” stand for whoever calls.';
  if (socketLB.enabled)
    return {
      label: `A program calls ${address}; the kernel gives its socket the backend ${backend.address} once, and packets go there directly`,
      stations: [
        { ...program, remark: '' },
        {
          title: 'System call',
          address: '',
          request: 'rewrite once',
          answer: 'nothing to do',
          remark: 'no NAT entry',
          active: true,
        },
        target,
      ],
      hops: [
        { from: 0, to: 1, lane: 'request', source: same(who), destination: same(address), note: 'connect()' },
        {
          from: 1,
          to: 2,
          lane: 'request',
          source: same(who),
          destination: changed(backend.address),
          note: 'the first packet already has the backend’s address',
        },
        { from: 2, to: 1, lane: 'answer', source: same(backend.address), destination: same(who), note: '' },
        {
          from: 1,
          to: 0,
          lane: 'answer',
          source: same(backend.address),
          destination: same(who),
          note: 'data, as it came',
        },
      ],
      caption: `${caption} Shown for TCP: over UDP the sender of each answer is set back to the Service’s address as the program receives it (recvmsg).`,
    };
  return {
    label: `A pod sends packets to ${address}; each is rewritten to ${backend.address} as it leaves the pod, and each answer back`,
    stations: [
      { ...program, remark: '' },
      {
        title: 'The pod’s device',
        address: '',
        request: 'DNAT each packet',
        answer: 'translate back',
        remark: 'keeps an entry',
        active: true,
      },
      target,
    ],
    hops: [
      { from: 0, to: 1, lane: 'request', source: same('pod'), destination: same(address), note: '' },
      {
        from: 1,
        to: 2,
        lane: 'request',
        source: same('pod'),
        destination: changed(backend.address),
        note: 'every packet',
      },
      { from: 2, to: 1, lane: 'answer', source: same(backend.address), destination: same('pod'), note: '' },
      {
        from: 1,
        to: 0,
        lane: 'answer',
        source: changed(address),
        destination: same('pod'),
        note: 'every answer',
      },
    ],
    caption,
  };
}

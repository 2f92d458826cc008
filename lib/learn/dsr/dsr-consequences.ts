import type { PacketWalk } from '@/lib/cilium/packet-path/packet-walk';
import { walkPacket } from '@/lib/cilium/packet-path/walk-packet';
import { addressRole } from '../packet/address-role';
import { addedBytes } from '../packet/wire-parts';
import { modes, type DsrParameters } from './dsr-parameters';
import { dsrQuestion, nodeNames } from './dsr-question';
import { dsrRefusal } from './dsr-refusal';

/** One consequence, for each mode in the order of `modes`; `tells` is the prediction whose answer it gives away. */
export type Consequence = { label: string; cells: string[]; tells: string | null };

type Protocol = DsrParameters['protocol'];

/** Gives what each mode gives and costs with the other parameters as they are, in a network without faults. */
export function dsrConsequences(parameters: DsrParameters): Consequence[] {
  const healthy = { ...parameters, faults: [], isBackendReplaced: false };
  const of = (mode: DsrParameters['mode']) => cellsOf({ ...healthy, mode });
  const cells = modes.map(of);
  const row = (label: string, key: keyof Cells, tells: string | null = null): Consequence => ({
    label,
    cells: cells.map((cell) => cell[key]),
    tells,
  });
  return [
    row('The pod sees as client', 'seen', 'source'),
    row('The answer goes', 'answer', 'answerer'),
    row('Node 1 handles', 'work', 'answerer'),
    row('Added to a SYN, to later TCP', 'tcp', 'bytes'),
    row('Added to a UDP datagram', 'udp', 'bytes'),
    row('Largest UDP payload', 'payload', 'bytes'),
    row('In a VXLAN tunnel', 'vxlan'),
  ];
}

type Cells = Record<'seen' | 'answer' | 'work' | 'tcp' | 'udp' | 'payload' | 'vxlan', string>;

function cellsOf(parameters: DsrParameters): Cells {
  const vxlan = refusalText({ ...parameters, routing: 'vxlan' }) ?? 'works';
  const refused = refusalText(parameters);
  if (refused !== null)
    return { seen: refused, answer: '–', work: '–', tcp: '–', udp: '–', payload: '–', vxlan };
  const walks = {
    TCP: walkOf(parameters, 'TCP', 'first'),
    later: walkOf(parameters, 'TCP', 'later'),
    UDP: walkOf(parameters, 'UDP', 'first'),
  };
  const both = (tell: (walk: PacketWalk, protocol: Protocol) => string) =>
    perProtocol(tell(walks.TCP, 'TCP'), tell(walks.UDP, 'UDP'));
  const inDatagram = mostAdded(walks.UDP);
  const headers = (parameters.family === 'IPv4' ? 20 : 40) + 8;
  return {
    seen: both((walk, protocol) => seenText(walk, { ...parameters, protocol })),
    answer: both(answerText),
    work: both(workText),
    tcp: `${mostAdded(walks.TCP)} B, ${mostAdded(walks.later)} B`,
    udp: `${inDatagram} B`,
    payload: `${parameters.mtuBytes - headers - inDatagram} B`,
    vxlan,
  };
}

/** A walk of a small packet: how long it is does not change what is added. */
function walkOf(parameters: DsrParameters, protocol: Protocol, moment: 'first' | 'later'): PacketWalk {
  const question = dsrQuestion({ ...parameters, protocol, moment: 'first' });
  return walkPacket({ ...question, moment });
}

function perProtocol(tcp: string, udp: string): string {
  return tcp === udp ? tcp : `TCP ${tcp}, UDP ${udp}`;
}

function refusalText(parameters: DsrParameters): string | null {
  const refusal = dsrRefusal(parameters);
  if (refusal === null) return null;
  return refusal.rule === null
    ? 'the agent refuses to start'
    : `the agent refuses to start (${refusal.rule})`;
}

function mostAdded({ hops }: PacketWalk): number {
  return Math.max(0, ...hops.map(({ after }) => addedBytes(after)));
}

function seenText({ seenByBackend }: PacketWalk, parameters: DsrParameters): string {
  return seenByBackend === null ? 'nothing' : addressRole(seenByBackend.ip, dsrQuestion(parameters));
}

function answerText({ hops }: PacketWalk): string {
  const out = hops.find(({ place, lane }) => place.kind === 'wire' && place.to === null && lane === 'answer');
  if (out?.place.kind !== 'wire') return 'nowhere';
  return out.place.from === nodeNames[0] ? 'through node 1' : 'straight to the client';
}

function workText({ hops }: PacketWalk): string {
  const onNodeOne = hops.filter(({ place }) => place.kind === 'node' && place.node === nodeNames[0]);
  return onNodeOne.some(({ lane }) => lane === 'answer') ? 'request and answer' : 'the request';
}

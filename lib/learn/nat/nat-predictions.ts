import { familyOf } from '@/lib/cilium/packet-path/packet';
import { packetBytes } from '@/lib/cilium/packet-path/packet-layers';
import type { Hop, PacketWalk } from '@/lib/cilium/packet-path/packet-walk';
import type { Prediction } from '../predict/prediction';
import { natEnds, nodeIPs } from './nat-ends';
import { familyOfClient, otherFamily, type NatParameters } from './nat-parameters';

/** Gives the questions that a walk can answer, in the order of its hops; the right answers are read off the walk. */
export function natPredictions(parameters: NatParameters, walk: PacketWalk): Prediction[] {
  return [sizeAsked(walk), sourceAsked(parameters, walk), answererAsked(parameters, walk)].filter(
    (prediction) => prediction !== null,
  );
}

/** True at the hop where a packet changes its family. */
export function changesFamily({ before, after }: Hop): boolean {
  return familyOf(before.destination.ip) !== familyOf(after.destination.ip);
}

/** Gives how many bytes longer the packet is behind the translation; null where there is none. */
export function sizeChange({ hops }: PacketWalk): number | null {
  const hop = hops.find(changesFamily);
  return hop === undefined ? null : packetBytes(hop.after, 0) - packetBytes(hop.before, 0);
}

function sizeAsked(walk: PacketWalk): Prediction | null {
  const change = sizeChange(walk);
  if (change === null) return null;
  const isShorter = change < 0;
  return {
    id: 'size',
    step: walk.hops.findIndex(changesFamily),
    question: 'How long is the packet behind node 1, compared with what the client sent?',
    options: [
      { id: 'shorter', words: '20 bytes shorter', address: null },
      { id: 'same', words: 'as long', address: null },
      { id: 'longer', words: '20 bytes longer', address: null },
    ],
    rightId: isShorter ? 'shorter' : 'longer',
    fact: isShorter ? 'It is 20 bytes shorter' : 'It is 20 bytes longer',
    why: isShorter
      ? 'The IPv6 header of 40 bytes is gone, an IPv4 header of 20 stands in its place. Nothing is wrapped around: the header is another one.'
      : 'The IPv4 header of 20 bytes is gone, an IPv6 header of 40 stands in its place: a packet that just fitted does so no more.',
  };
}

function sourceAsked(parameters: NatParameters, { hops, seenByBackend }: PacketWalk): Prediction | null {
  // The translated packet gives it away, before the backend gets it.
  const step = hops.findIndex(changesFamily);
  if (step < 0 || seenByBackend === null) return null;
  const { client, called } = natEnds(parameters);
  const family = otherFamily(familyOfClient(parameters));
  const who = parameters.feature === 'gateway' ? 'the server' : 'the pod';
  return {
    id: 'source',
    step,
    question: `Which source address will ${who} see?`,
    options: [
      { id: 'client', words: 'the client’s', address: client.ip },
      { id: 'node', words: 'node 1’s', address: nodeIPs[0][family] },
      { id: 'called', words: 'the one that was called', address: called.ip },
    ],
    rightId: 'node',
    fact: `It sees node 1’s ${family} address`,
    why: `The client has no ${family} address that ${who} could answer. Node 1 has one, and must get the answer to translate it back: that is why this is source NAT, and why DSR cannot do it.`,
  };
}

function answererAsked(parameters: NatParameters, { hops, failure }: PacketWalk): Prediction | null {
  const step = hops.findIndex((hop) => hop.lane === 'answer' && changesFamily(hop));
  if (step < 0 || failure !== null) return null;
  const { called, backend } = natEnds(parameters);
  const isGateway = parameters.feature === 'gateway';
  return {
    id: 'answerer',
    step,
    question: 'From which address will the client get its answer?',
    options: [
      { id: 'called', words: 'the one it called', address: called.ip },
      { id: 'node', words: 'node 1’s', address: nodeIPs[0][familyOfClient(parameters)] },
      { id: 'backend', words: isGateway ? 'the server’s' : 'the pod’s', address: backend.ip },
    ],
    rightId: 'called',
    fact: 'It comes from the address that was called',
    why: isGateway
      ? 'Node 1 kept what it did to the request, and puts the server’s address in the prefix back as the source. The client never learns that an IPv4 server answered.'
      : 'Node 1 kept what it did to the request, and puts the Service’s address back as the source. The client never learns that the pod is of another family.',
  };
}

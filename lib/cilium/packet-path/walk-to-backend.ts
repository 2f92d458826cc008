import type { OuterHeader } from './packet';
import { answerTo, familyOf } from './packet';
import { outerBytes } from './packet-layers';
import type { PacketQuestion, PathBackend, PathNode } from './packet-question';
import type { Failure, Place } from './packet-walk';
import { failure } from './failures';
import type { WalkRecorder } from './walk-recorder';

/** Gives the place where a backend lives: its pod, or what else has the address. */
export function placeOf({ node, name }: PathBackend): Place {
  return { kind: 'pod', node, name };
}

/** Gives the tunnel header between two nodes; null where packets are routed as they are. */
export function tunnelBetween(from: PathNode, to: PathNode | undefined): OuterHeader | null {
  const { tunnel } = from.settings;
  if (tunnel === null || to === undefined) return null;
  const sourceIP = from.ips.IPv4 ?? from.ips.IPv6;
  if (sourceIP === null) return null;
  const destinationIP = to.ips[familyOf(sourceIP)];
  if (destinationIP === null) return null;
  return { kind: tunnel, sourceIP, destinationIP, bytes: outerBytes(tunnel, destinationIP, null) };
}

/**
 * Brings the packet, translated already, from a node to the backend and back to the same node: through the tunnel where
 * there is one. Ends in what the network does to it, or null.
 */
export function toBackendAndBack(
  walk: WalkRecorder,
  question: PacketQuestion,
  from: PathNode,
  backend: PathBackend,
): Failure | null {
  if (backend.node === from.name) {
    deliver(walk, backend);
    answer(walk, question, backend);
    return null;
  }
  const other = backend.node === null ? undefined : question.nodes.get(backend.node);
  const there = tunnelBetween(from, other);
  wrap(walk, from.name, there);
  const lost = walk.send(from.name, backend.node, 'The packet goes to the backend’s node');
  if (lost !== null) return lost;
  if (backend.node !== null) unwrap(walk, backend.node, there);
  deliver(walk, backend);
  answer(walk, question, backend);
  const back = other === undefined ? null : tunnelBetween(other, from);
  if (other !== undefined) wrap(walk, other.name, back);
  const lostAnswer = walk.send(backend.node, from.name, 'The answer goes back to the same node');
  if (lostAnswer !== null) return lostAnswer;
  unwrap(walk, from.name, back);
  return null;
}

/** Hands the packet to the backend. */
export function deliver(walk: WalkRecorder, backend: PathBackend) {
  walk.step(placeOf(backend), 'application', 'The backend gets the packet');
  walk.seenByBackend = walk.packet.source;
}

/** The backend answers whom it sees; a backend that knows nothing of a TCP connection resets it. */
export function answer(walk: WalkRecorder, question: PacketQuestion, backend: PathBackend) {
  walk.turnRound(answerTo(walk.packet));
  const isReset = question.isBackendReplaced && question.moment === 'later' && question.protocol === 'TCP';
  walk.step(
    placeOf(backend),
    'application',
    isReset
      ? 'The backend knows no such connection and answers with a reset'
      : 'The backend answers the address it sees',
  );
}

function wrap(walk: WalkRecorder, node: string, outer: OuterHeader | null) {
  if (outer === null) return;
  const name = outer.kind === 'vxlan' ? 'VXLAN' : 'Geneve';
  walk.step({ kind: 'node', node }, 'routing', `The packet is put into the ${name} tunnel`, { outer });
}

function unwrap(walk: WalkRecorder, node: string, outer: OuterHeader | null) {
  if (outer === null) return;
  walk.step(
    { kind: 'node', node },
    'tc ingress of the tunnel device',
    'The packet is taken out of the tunnel',
    {
      outer: null,
      dsr: null,
    },
  );
}

/** What a lost connection comes to once the answer is home: null unless the backend was replaced under it. */
export function replaced(question: PacketQuestion): Failure | null {
  const { isBackendReplaced, moment, protocol } = question;
  return isBackendReplaced && moment === 'later' && protocol === 'TCP' ? failure('backend-changed') : null;
}
